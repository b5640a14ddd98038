/** Whether browsers are to keep this build; `INSTALLED=off` takes their copies back. */
export const isInstalled = import.meta.env.PROD && process.env.INSTALLED !== 'off';
