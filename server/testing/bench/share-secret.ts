// What the apps of a bench seal and sign with: the bench reads and writes their columns, and one session is good for all.
process.env.VAARTA_SECRET = 'the secret that all apps of a bench share';
