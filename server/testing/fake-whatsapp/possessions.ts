/** What an account has to send with. What is undefined is not checked. */
export type Possessions = {
  readonly templates?: readonly FakeTemplate[] | undefined;
  /** Whether a file with this id was uploaded. */
  readonly hasFile?: ((id: string) => boolean) | undefined;
  /** Whether a customer has sent a message with this id. */
  readonly hasMessage?: ((id: string) => boolean) | undefined;
};

/** A template that the account has, by name and language; `variables` is how many its body takes. */
export type FakeTemplate = {
  readonly name: string;
  readonly language: string;
  readonly variables: number;
  /** What it is billed as: `utility`, if absent. */
  readonly category?: 'utility' | 'marketing' | 'authentication';
  /** What its header wants to be given. */
  readonly header?: 'text' | 'image' | 'video' | 'document';
  /** The places (0, 1, …) of buttons that want to be given something, such as the end of an address. */
  readonly buttons?: readonly number[];
  /** One that may not be sent at present. */
  readonly status?: 'PAUSED' | 'DISABLED';
};
