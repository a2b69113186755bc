/** Vakhta's own sign: a lamp on a watch tower. */
export function Brand({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--mantine-primary-color-filled)" />
      <g
        fill="none"
        stroke="var(--mantine-primary-color-contrast)"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M9 19l1.2-8h3.6L15 19" />
        <path d="M10 8h4v3h-4z" />
        <path d="M6.5 9.5h-1M18.5 9.5h-1M7 6l-.8-.6M17 6l.8-.6M12 5V4" />
      </g>
    </svg>
  );
}
