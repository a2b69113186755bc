import { Anchor, type AnchorProps } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props extends Pick<AnchorProps, 'size' | 'underline'> {
  href: string;
  children: ReactNode;
}

/** Whether an address leads to the web: a page may give anything as one. */
export const isWeb = (href: string): boolean => /^https?:\/\//i.test(href);

/** A link out of Vakhta, in a tab of its own; mere words where the address does not lead to the web. */
export function Outside({ href, children, ...look }: Props) {
  if (!isWeb(href)) return children;
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" {...look}>
      {children} <IconExternalLink size={13} aria-hidden="true" style={{ verticalAlign: '-1px' }} />
    </Anchor>
  );
}
