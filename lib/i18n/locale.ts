/** Languages of the interface: Russian first, English second. */
export type Locale = 'ru' | 'en';
