/** How the address of an account names it. */
export interface AccountName {
  /** One spelling for all links to the same account of the network. */
  key: string;
  /**
   * The account as `readAccount` of the network's adapter gives it, in lower case; empty when the link
   * does not tell, as with a short name of VKontakte.
   */
  owner: string;
}

/**
 * What is known of a network apart from the markup of its pages: names, hosts, addresses, limits. Plain
 * data and small readers, so that the dashboard and the background know networks without any markup.
 */
export interface NetworkSite {
  /** As people say it. */
  name: Readonly<Record<'ru' | 'en', string>>;
  /**
   * `given`: the decree names the network, and its pages come with the installation. `asked`:
   * experimental; the operator allows its pages in the settings before Vakhta may see them.
   */
  access: 'given' | 'asked';
  /** Every host whose pages are understood. */
  hosts: readonly string[];
  /** Hosts that only links lead to, old or short; no page of theirs is read. */
  linkHosts?: readonly string[];
  /** The host in the addresses of accounts; the first of `hosts` where it is absent. */
  accountHost?: string;
  /** What names the network in the headings and cells of people's tables (see `plainName`). */
  spoken: RegExp;
  /** First parts of a path that are places of the network itself, never accounts. */
  places: ReadonlySet<string>;
  /** A name as accounts have it in addresses, in lower case. */
  accountName: RegExp;
  /** Which part of a path names the account; the first where it is absent. */
  nameIn?(parts: readonly string[]): string;
  /** Accounts that a path names by number; asked before names. Null where it names none. */
  readNumbered?(parts: readonly string[]): AccountName | null;
  /** `AccountName.owner` of a named account; the name itself where it is absent. */
  ownerOf?(name: string): string;
  /** `AccountName.key` of an owner; the owner itself where it is absent. */
  keyOf?(owner: string): string;
  /** What addresses of accounts end with. */
  addressTail?: string;
  /** The longest post. */
  post: {
    /** In the network's own characters. */
    most: number;
    /** How the network counts; UTF-16 units where it is absent. */
    lengthOf?(text: string): number;
  };
  /** Addresses as the network makes them, for the invented registry. */
  invented: {
    /** @param slug a name that no account of the registry has yet; @param number the same, as a number */
    account(slug: string, number: number): AccountName;
    /** @param place among the account's own posts; @param series a number of the account's own */
    post(
      account: AccountName,
      place: number,
      series: number,
    ): { postId: string; permalink: string };
    /** Address of a person's page. */
    person(number: number): string;
  };
}

/** The words of a list written in one line. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
