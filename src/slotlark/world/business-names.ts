import type { Category } from './trades.ts';

const list = (text: string): string[] => text.split('|').map((part) => part.trim());

/** Words that businesses call themselves by, where `{word}` stands in a pattern. */
export const words: Readonly<Record<string, readonly string[]>> = {
  PT: list(
    'Maré|Aurora|Alfazema|Girassol|Andorinha|Horizonte|Oliveira|Ribeira|Amêndoa|Farol|Brisa|Jardim|Cortiça|Medronho',
  ),
  BR: list('Ipê|Jabuticaba|Sabiá|Pitanga|Cajueiro|Vitória|Bem-te-vi|Maracujá|Orquídea|Serra Azul'),
  ES: list('Romero|Almendro|Olivo|Azahar|Lavanda|Encina|Ribera|Alondra|Brisa|Amapola'),
  FR: list('Tilleul|Mistral|Lavande|Coquelicot|Mirabelle|Hirondelle|Olivier|Bruyère|Rivage|Chêne'),
  DE: list(
    'Nordlicht|Elbblick|Linde|Kranich|Morgenrot|Sturmvogel|Holunder|Kastanie|Rückenwind|Möwe|Eulenspiegel|Ahorn',
  ),
  NL: list('Waterlelie|Zonnehoek|De Linde|Ooievaar|Duinroos|Windvang|Klaver|Meerkoet'),
  GB: list(
    'Foxglove|Meadow|Copper|Juniper|Wren|Bramble|Larkspur|Harbour|Clover|Rookery|Thistle|Hawthorn|Beacon|Skylark|Saffron|Rowan',
  ),
  IE: list('Heather|Shamrock Lane|Gorse|Curlew|Atlantic|Blackthorn|Claddagh Road|Foxford'),
  KE: list(
    'Tausi|Jacaranda|Baraka|Savanna|Acacia|Tumaini|Nyota|Simba Road|Msafiri|Amani|Kilele|Bahari|Pwani',
  ),
  ZA: list('Protea|Fynbos|Ubuntu Street|Karoo|Marula|Sugarbush|Indlovu|Table View|Springbok Road'),
  CA: list(
    'Maple Lane|Tamarack|Loonlake|Cedar|Northwind|Trillium|Birchbark|Kingfisher|Bluejay|Harbourfront|Chickadee',
  ),
  US: list(
    'Prairie|Sagebrush|Cottonwood|Lakeside|Magnolia|Bluebird|Redwood|Copperhead|Hickory|Saguaro',
  ),
  IN: list('Neem|Champak|Mayura|Sahyadri|Kerala Breeze|Lotus Lane|Tulsi'),
  JP: list('Hinata|Komorebi|Yanagi|Momiji|Kawasemi|Tsubaki'),
  AU: list('Banksia|Kookaburra|Wattle|Billabong|Jacaranda|Bondi Lane|Magpie|Ironbark'),
  NZ: list('Kowhai|Pohutukawa|Tui|Rata|Kea Lane|Harakeke'),
};

/** `{family}`, `{first}`, `{town}` and `{word}` are filled in. */
export const patterns: Readonly<Record<string, Readonly<Record<Category, readonly string[]>>>> = {
  pt: {
    salon: list('Salão {word}|Cabeleireiro {family}|{word} Cabelo e Barba|Estúdio {first}'),
    physio: list('{word} Fisio|Fisioterapia {family}|Clínica {word}|Movimento {word}'),
    tutoring: list('Explicações {family}|Centro de Estudo {word}|Explicações {word}'),
    driving_school: list('Escola de Condução {word}|Condução {family}'),
    dog_grooming: list('Patas {word}|Tosquias {word}|Cão & {word}'),
    bicycle_repair: list('Bicicletas {word}|Oficina {word}|Roda {word}'),
  },
  es: {
    salon: list('Peluquería {word}|Salón {family}|{word} Estilistas'),
    physio: list('Fisioterapia {word}|Clínica {family}|{word} Fisio'),
    tutoring: list('Academia {word}|Clases {family}|Aula {word}'),
    driving_school: list('Autoescuela {word}|Autoescuela {family}'),
    dog_grooming: list('Peluquería Canina {word}|Patitas {word}'),
    bicycle_repair: list('Bicis {word}|Taller {family}|Ciclos {word}'),
  },
  fr: {
    salon: list('Coiffure {word}|Salon {family}|L’Atelier {word}'),
    physio: list('Kiné {word}|Cabinet {family}|Kinésithérapie {word}'),
    tutoring: list('Cours {family}|Soutien {word}|École du {word}'),
    driving_school: list('Auto-École {word}|Auto-École {family}'),
    dog_grooming: list('Toilettage {word}|Au Poil {word}'),
    bicycle_repair: list('Cycles {word}|Vélos {family}|Atelier Vélo {word}'),
  },
  de: {
    salon: list('Salon {word}|Friseur {family}|Haarwerk {word}|Friseurstube {family}'),
    physio: list('Physio {word}|Praxis {family}|Physiotherapie {word}'),
    tutoring: list('Lernstube {word}|Nachhilfe {family}|Lernwerk {word}'),
    driving_school: list('{word} Fahrschule|Fahrschule {family}'),
    dog_grooming: list('Hundesalon {word}|Fellpflege {family}'),
    bicycle_repair: list('Radwerkstatt {word}|Fahrrad {family}|Zweirad {word}'),
  },
  nl: {
    salon: list('Kapsalon {word}|Kapper {family}'),
    physio: list('Fysio {word}|Fysiotherapie {family}'),
    tutoring: list('Bijles {word}|Studiehuis {family}'),
    driving_school: list('Rijschool {word}|Rijschool {family}'),
    dog_grooming: list('Trimsalon {word}|Hondenkapper {family}'),
    bicycle_repair: list('Fietsen {word}|Rijwielen {family}'),
  },
  en: {
    salon: list(
      '{word} Hair|{family} & Co Hair|The {word} Salon|{first}’s Hair Room|{word} Barbers',
    ),
    physio: list(
      '{word} Physio|{family} Physiotherapy|{town} Movement Clinic {word}|{word} Clinic',
    ),
    tutoring: list('{word} Tutors|{family} Learning|{word} Study Room|{first}’s Math Club'),
    driving_school: list('{word} Driving School|{family} Driver Training|{word} Drivers'),
    dog_grooming: list(
      '{word} Dog Grooming|Bark & {word}|{family}’s Grooming Parlor|Wet Nose {word}',
    ),
    bicycle_repair: list('{word} Cycles|{family} Bike Repair|Spoke & {word}|{word} Bike Workshop'),
  },
  ja: {
    salon: list('Biyōshitsu {word}|Salon {word}'),
    physio: list('{word} Seitai|{family} Seitai-in'),
    tutoring: list('{family} Juku|{word} Juku'),
    driving_school: list('{word} Jidōsha Gakkō'),
    dog_grooming: list('Wan Wan {word}|Trimming {word}'),
    bicycle_repair: list('{word} Jitensha|Cycle {family}'),
  },
};

/** Names that people at Slotlark gave to accounts of their own. */
export const testNames = list(
  'Test Shop|asdf|QA Salon 2|Ana iOS check|DO NOT USE (dev)|Slotlark Demo 4|test test 123|Deposit flow tryout',
);
