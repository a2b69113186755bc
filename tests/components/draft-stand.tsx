import { screen } from '@testing-library/react';
import { beforeEach, vi } from 'vitest';
import { Router } from 'wouter';
import { useHashPath, useHashSearch } from '../../components/app/hash-location';
import { DraftScreen } from '../../components/draft/DraftScreen';
import { show } from './screen';

/** What the draft screen asks of a browser and happy-dom does not have: highlights, typing by command. */
export function standInForBrowser(): void {
  beforeEach(() => {
    vi.stubGlobal(
      'Highlight',
      class extends Set<AbstractRange> {
        constructor(...ranges: AbstractRange[]) {
          super(ranges);
        }
      },
    );
    vi.stubGlobal('StaticRange', class {});
    // Its document is made by a class that it does not give out.
    vi.stubGlobal('Document', document.constructor);
    vi.stubGlobal('CSS', { ...globalThis.CSS, highlights: new Map() });
    Object.assign(document, { execCommand: () => false });
    Element.prototype.scrollIntoView = () => {};
    Element.prototype.scrollTo = () => {};
  });
}

/** Opens the draft screen at an address and gives its field. */
export async function openDraft(hash = '/draft'): Promise<HTMLTextAreaElement> {
  location.hash = hash;
  show(
    <Router hook={useHashPath} searchHook={useHashSearch}>
      <DraftScreen />
    </Router>,
  );
  return screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Текст поста' });
}
