/** What is used of nlp.js, which comes without types. */
declare module '@nlpjs/basic' {
  export type NlpJs = {
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<unknown>;
    process(language: string, text: string): Promise<unknown>;
  };
  type Container = { register(name: string, instance: object, isSingleton: boolean): void };
  type Dock = { get(name: 'nlp'): NlpJs; getContainer(): Container };
  export function dockStart(options: object): Promise<Dock>;
}
