declare module '@nlpjs/basic' {
  type Container = { register(name: string, instance: object, isSingleton: boolean): void };
  // biome-ignore lint/suspicious/noExplicitAny: the package has no types; `startNlpJs` says what is used of it.
  type Dock = { get(name: string): any; getContainer(): Container };
  export function dockStart(options: object): Promise<Dock>;
}
