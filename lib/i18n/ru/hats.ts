/** The word at the button when the operator is about to write in the wrong name. */
export const hats = {
  own: (voice: string, account: string) => `Вы пишете как ${voice}, а это страница «${account}».`,
  ownUnnamed: (account: string) => `Вы пишете от своего имени, а это страница «${account}».`,
  official: (voice: string) => `Вы пишете от имени «${voice}», а этой страницы нет в реестре.`,
  officialUnnamed: 'Вы пишете от имени сообщества, а этой страницы нет в реестре.',
  held: 'Пока не отправляю. Так и надо? Нажмите ещё раз.',
};
