/**
 * Why a file was not taken:
 * `not-ours` it is no copy made by Vakhta; `newer` a later Vakhta made it; `passphrase` it is sealed and
 * the passphrase is not given or not right; `truncated` its end is missing; `damaged` it was changed or
 * spoilt; `row` a row is not what it must be; `chain` its ledger does not hold; `other-chain` the ledger
 * here and the one in the file say different things under one number.
 */
export type BackupFault =
  | 'not-ours'
  | 'newer'
  | 'passphrase'
  | 'truncated'
  | 'damaged'
  | 'row'
  | 'chain'
  | 'other-chain';

/** A file that cannot be taken in; nothing was changed. */
export class BadBackup extends Error {
  override name = 'BadBackup';
  /** @param line number of the line, from 1, where that says something; 0 elsewhere */
  constructor(
    readonly fault: BackupFault,
    readonly line = 0,
  ) {
    super(line === 0 ? fault : `${fault}, line ${line}`);
  }
}
