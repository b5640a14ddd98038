import type { Zone } from '../zones.ts';

export interface Country {
  code: string;
  currency: string;
  language: string;
  /** Share of Slotlark's merchants, in percent. */
  share: number;
  /** Prices beside those of Lisbon, at the exchange rate. */
  priceLevel: number;
  /** Prices are multiples of this, in the country's currency. */
  priceStep: number;
  towns: readonly (readonly [name: string, zone: Zone, weight: number])[];
}

/** Where merchants are. Slotlark began in Lisbon, Nairobi and Toronto, and it shows. */
export const countries: readonly Country[] = [
  {
    code: 'PT',
    currency: 'EUR',
    language: 'pt',
    share: 18,
    priceLevel: 0.92,
    priceStep: 1,
    towns: [
      ['Lisbon', 'Europe/Lisbon', 8],
      ['Porto', 'Europe/Lisbon', 4],
      ['Braga', 'Europe/Lisbon', 2],
      ['Coimbra', 'Europe/Lisbon', 2],
      ['Setúbal', 'Europe/Lisbon', 1],
    ],
  },
  {
    code: 'ES',
    currency: 'EUR',
    language: 'es',
    share: 6,
    priceLevel: 0.98,
    priceStep: 1,
    towns: [
      ['Madrid', 'Europe/Madrid', 3],
      ['Valencia', 'Europe/Madrid', 2],
      ['Vigo', 'Europe/Madrid', 1],
    ],
  },
  {
    code: 'FR',
    currency: 'EUR',
    language: 'fr',
    share: 6,
    priceLevel: 1.18,
    priceStep: 1,
    towns: [
      ['Lyon', 'Europe/Paris', 2],
      ['Nantes', 'Europe/Paris', 2],
      ['Bordeaux', 'Europe/Paris', 1],
    ],
  },
  {
    code: 'DE',
    currency: 'EUR',
    language: 'de',
    share: 12,
    priceLevel: 1.24,
    priceStep: 1,
    towns: [
      ['Hamburg', 'Europe/Berlin', 4],
      ['Berlin', 'Europe/Berlin', 4],
      ['Leipzig', 'Europe/Berlin', 2],
      ['Freiburg', 'Europe/Berlin', 1],
    ],
  },
  {
    code: 'NL',
    currency: 'EUR',
    language: 'nl',
    share: 4,
    priceLevel: 1.26,
    priceStep: 1,
    towns: [
      ['Utrecht', 'Europe/Amsterdam', 2],
      ['Groningen', 'Europe/Amsterdam', 1],
    ],
  },
  {
    code: 'GB',
    currency: 'GBP',
    language: 'en',
    share: 14,
    priceLevel: 1.2,
    priceStep: 1,
    towns: [
      ['Leeds', 'Europe/London', 3],
      ['Bristol', 'Europe/London', 3],
      ['Glasgow', 'Europe/London', 2],
      ['Cardiff', 'Europe/London', 1],
      ['London', 'Europe/London', 3],
    ],
  },
  {
    code: 'IE',
    currency: 'EUR',
    language: 'en',
    share: 3,
    priceLevel: 1.22,
    priceStep: 1,
    towns: [
      ['Cork', 'Europe/Dublin', 1],
      ['Galway', 'Europe/Dublin', 1],
    ],
  },
  {
    code: 'KE',
    currency: 'KES',
    language: 'en',
    share: 8,
    priceLevel: 0.42,
    priceStep: 50,
    towns: [
      ['Nairobi', 'Africa/Nairobi', 6],
      ['Mombasa', 'Africa/Nairobi', 2],
      ['Kisumu', 'Africa/Nairobi', 1],
    ],
  },
  {
    code: 'ZA',
    currency: 'ZAR',
    language: 'en',
    share: 4,
    priceLevel: 0.58,
    priceStep: 10,
    towns: [
      ['Cape Town', 'Africa/Johannesburg', 2],
      ['Durban', 'Africa/Johannesburg', 1],
    ],
  },
  {
    code: 'CA',
    currency: 'CAD',
    language: 'en',
    share: 8,
    priceLevel: 1.16,
    priceStep: 5,
    towns: [
      ['Toronto', 'America/Toronto', 5],
      ['Vancouver', 'America/Vancouver', 2],
      ['Halifax', 'America/Halifax', 1],
    ],
  },
  {
    code: 'US',
    currency: 'USD',
    language: 'en',
    share: 5,
    priceLevel: 1.42,
    priceStep: 5,
    towns: [
      ['Albany', 'America/New_York', 2],
      ['Milwaukee', 'America/Chicago', 2],
      ['Denver', 'America/Denver', 1],
      ['Tucson', 'America/Phoenix', 1],
    ],
  },
  {
    code: 'BR',
    currency: 'BRL',
    language: 'pt',
    share: 5,
    priceLevel: 0.55,
    priceStep: 5,
    towns: [
      ['São Paulo', 'America/Sao_Paulo', 3],
      ['Recife', 'America/Recife', 1],
    ],
  },
  {
    code: 'IN',
    currency: 'INR',
    language: 'en',
    share: 2,
    priceLevel: 0.38,
    priceStep: 50,
    towns: [
      ['Pune', 'Asia/Kolkata', 1],
      ['Kochi', 'Asia/Kolkata', 1],
    ],
  },
  {
    code: 'JP',
    currency: 'JPY',
    language: 'ja',
    share: 1,
    priceLevel: 0.95,
    priceStep: 100,
    towns: [
      ['Osaka', 'Asia/Tokyo', 1],
      ['Sendai', 'Asia/Tokyo', 1],
    ],
  },
  {
    code: 'AU',
    currency: 'AUD',
    language: 'en',
    share: 3,
    priceLevel: 1.2,
    priceStep: 5,
    towns: [
      ['Sydney', 'Australia/Sydney', 2],
      ['Melbourne', 'Australia/Melbourne', 2],
      ['Brisbane', 'Australia/Brisbane', 1],
    ],
  },
  {
    code: 'NZ',
    currency: 'NZD',
    language: 'en',
    share: 1,
    priceLevel: 1.08,
    priceStep: 5,
    towns: [
      ['Wellington', 'Pacific/Auckland', 1],
      ['Dunedin', 'Pacific/Auckland', 1],
    ],
  },
];

/** Euros for one unit of a currency: a mean of the year, rounded. */
export const euros: Readonly<Record<string, number>> = {
  EUR: 1,
  GBP: 1.155,
  KES: 0.0067,
  ZAR: 0.049,
  CAD: 0.62,
  USD: 0.86,
  BRL: 0.158,
  INR: 0.0098,
  JPY: 0.0058,
  AUD: 0.56,
  NZD: 0.505,
};

/** How far foreign currencies stood from that mean, in percent, July 2025 to July 2026. */
export const wobble: readonly number[] = [
  0.8, 0.3, -0.4, -0.9, -0.2, 0.4, 1.1, 0.6, -0.3, -1.2, -0.7, 0.2, 0.5,
];
