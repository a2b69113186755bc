import { browser } from 'wxt/browser';
import { safeFileName } from '../../lib/exchange/file-name';
import { sendMessage } from '../../lib/messages/protocol';
import { matchesOf } from '../../lib/networks/hosts';
import type { HealthReport } from '../../lib/networks/report';

/** The file that goes into a bug report. */
export function reportFile(reports: readonly HealthReport[], title: string): File {
  const day = new Date().toISOString().slice(0, 10);
  return new File([JSON.stringify(reports, null, 2)], safeFileName(title, day, 'json'), {
    type: 'application/json',
  });
}

/** Asks the page of a tab. Rejects when no content script answers there. */
export const askReport = (tabId: number): Promise<HealthReport> =>
  sendMessage('healthReport', undefined, tabId);

/** Asks every open page of the networks; those that do not answer are left out. */
export async function askAllReports(): Promise<HealthReport[]> {
  const tabs = await browser.tabs.query({ url: matchesOf('given') });
  const asked = await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [askReport(id)])),
  );
  return asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}
