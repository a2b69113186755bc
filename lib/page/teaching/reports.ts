import { browser } from 'wxt/browser';
import { receive } from '../../messages/receive';
import { reportOf } from '../../networks/report';
import type { PageContext } from '../context';
import { stopAtEnd } from '../life';

/** Answers Vakhta's own pages that ask what is found here, until the signal aborts. */
export function answerReports({ adapter, signal }: PageContext): void {
  const stop = receive('healthReport', () => {
    const { version } = browser.runtime.getManifest();
    const time = new Date().toISOString();
    return reportOf(adapter, document, new URL(location.href), version, time);
  });
  stopAtEnd(signal, stop);
}
