import { useMemo } from 'react';
import type { Finding } from '../../lib/moderation/contract';
import { LOOKS } from '../../lib/settings/looks';
import { useApp } from '../app/app-context';
import { segmentsOf } from './marked';
import classes from './marked.module.css';

interface Props {
  text: string;
  findings: readonly Finding[];
}

/**
 * A comment with the words found marked as on the page: certain is a solid line with a tint, probable
 * a dotted one without. Line breaks are kept by the style of the place.
 */
export function MarkedText({ text, findings }: Props) {
  const { settings, messages } = useApp();
  const segments = useMemo(() => segmentsOf(text, findings), [text, findings]);
  return segments.map(({ start, text: piece, finding }) =>
    finding === null ? (
      piece
    ) : (
      <mark
        key={start}
        className={classes.mark}
        data-strength={finding.strength}
        data-marks={settings.marks}
        style={{ '--hue': LOOKS[finding.criterion].hue } as React.CSSProperties}
        title={`${messages.common.criterion[finding.criterion]}, ${messages.common.strength[finding.strength]}: ${finding.why}`}
      >
        {piece}
      </mark>
    ),
  );
}
