/** Places that a customer can send from a phone that is drawn here; as WhatsApp gives them, with a name in Latin letters. */
export const places = [
  { id: 'bengaluru', name: 'Bengaluru', latitude: 12.9716, longitude: 77.5946 },
  { id: 'chennai', name: 'Chennai', latitude: 13.0827, longitude: 80.2707 },
  { id: 'hyderabad', name: 'Hyderabad', latitude: 17.385, longitude: 78.4867 },
  { id: 'mumbai', name: 'Mumbai', latitude: 19.076, longitude: 72.8777 },
  { id: 'mysuru', name: 'Mysuru', latitude: 12.2958, longitude: 76.6394 },
] as const;
