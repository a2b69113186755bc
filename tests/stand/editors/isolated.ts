import type { CDPSession, Page } from '@playwright/test';

/** A world of its own beside the page's scripts, as a content script has it. */
export interface IsolatedWorld {
  /** Value of an expression in that world, awaited; it must be plain data. */
  ask<Value>(expression: string): Promise<Value>;
}

/** Runs `script` in a new isolated world of the page. */
export async function isolatedWorld(page: Page, script: string): Promise<IsolatedWorld> {
  const protocol: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await protocol.send('Page.getFrameTree');
  const { executionContextId: contextId } = await protocol.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'vakhta',
  });
  const ask = async <Value>(expression: string): Promise<Value> => {
    const { result, exceptionDetails } = await protocol.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Value;
  };
  await ask(`${script};undefined`);
  return { ask };
}
