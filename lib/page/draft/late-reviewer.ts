import type { ReviewDraft } from './opinion';

/** The draft check, which may not be in the page yet. */
export interface LateReviewer {
  /** Null until it has come. */
  readonly review: ReviewDraft | null;
  /** Has it come, at once if it is there. Rejects when it cannot; it may be asked again. */
  come(): Promise<void>;
}

/** A check that is there from the beginning. */
export const presentReviewer = (review: ReviewDraft): LateReviewer => ({
  review,
  come: () => Promise.resolve(),
});
