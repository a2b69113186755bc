import { useEffect, useState } from 'react';
import { type Report, type ReportOrder, takeReport } from '../../lib/exchange/report/figures';
import { openRegistry } from '../../lib/registry/database';

/**
 * The report, taken when its weeks are chosen and again when the page comes back to the front: weeks of
 * a busy registry are too many rows to be counted at each new record. Undefined until it is taken;
 * throws the registry's error in render, for the boundary.
 */
export function useReport({ profile, today, mondays }: ReportOrder): Report | undefined {
  const [report, setReport] = useState<Report>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    let gone = false;
    const take = () => {
      if (document.hidden) return;
      takeReport(openRegistry(), { profile, today, mondays }).then(
        (taken) => gone || setReport(taken),
        (error: unknown) =>
          gone || setFailure(error instanceof Error ? error : new Error(String(error))),
      );
    };
    setReport(undefined);
    take();
    document.addEventListener('visibilitychange', take);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', take);
    };
  }, [profile, today, mondays]);
  if (failure) throw failure;
  return report;
}
