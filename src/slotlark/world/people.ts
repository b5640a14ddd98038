/** First names and family names by country, common enough to belong to nobody. */
interface Names {
  first: readonly string[];
  family: readonly string[];
}

const list = (text: string): string[] => text.trim().split(/\s+/);

const names = (first: string, family: string): Names => ({
  first: list(first),
  family: list(family),
});

const english = names(
  `Olivia Amelia Isla Ava Freya Grace Sophie Megan Holly Ruby Jack Oliver Harry Callum George Ethan
   Liam Samuel Aisha Zara Mohammed Priya Arjun Chloe Daniel Rhys Eilidh Hamish Imogen Kwame`,
  `Ashby Birch Calloway Dunmore Ellery Farrow Garland Hollis Ingram Kerr Langley Marlow Norcross
   Oakes Pryce Radley Sterling Thorne Underhill Wickham`,
);

const portuguese = names(
  `Beatriz Inês Mariana Leonor Carolina Matilde Catarina Sofia Joana Teresa Rui João Tiago Miguel
   Afonso Duarte Gonçalo Diogo Pedro Nuno Vasco Marta Rita Bruno`,
  `Abrantes Bandeira Castanho Dourado Esteves Falcão Gouveia Leitão Moniz Nogueira Pimentel
   Queirós Sardinha Taveira Valadares Xavier`,
);

export const people: Readonly<Record<string, Names>> = {
  PT: portuguese,
  BR: names(
    `Ana Júlia Larissa Camila Gabriela Letícia Rafaela Thiago Lucas Mateus Rafael Felipe Vinícius
     Caio Bruna Aline Priscila Wesley Davi Helena`,
    `Azevedo Barreto Caldeira Drummond Furtado Guimarães Lacerda Meireles Peixoto Sampaio Teles
     Vilela`,
  ),
  ES: names(
    `Lucía Carmen Marta Elena Paula Irene Nuria Alba Pablo Hugo Álvaro Javier Sergio Diego Iker
     Rocío Andrés Beatriz`,
    `Aldana Barrios Cifuentes Doral Escudero Fonseca Garrido Iriarte Lozano Merino Ocaña Palacios
     Robledo Villar`,
  ),
  FR: names(
    `Camille Manon Chloé Léa Inès Jeanne Louise Aminata Lucas Hugo Théo Nathan Mathis Karim Antoine
     Julien Élise Baptiste`,
    `Aubry Besson Charpentier Delmas Fontaine Gauthier Hamelin Jacquet Lacombe Marchand Prévost
     Rivière Sauvage Tissot`,
  ),
  DE: names(
    `Lena Mia Hannah Leonie Greta Frieda Aylin Jana Sabine Katrin Finn Jonas Paul Emil Lukas Mehmet
     Henrik Torben Nils Stefan Uwe Anke`,
    `Albers Brandt Clausen Dierks Eggers Feddersen Harms Iversen Jessen Kruse Lorenzen Matthiesen
     Petersen Rohde Thomsen Wulff`,
  ),
  NL: names(
    `Sanne Fleur Lotte Femke Noor Iris Daan Sem Bram Jesse Thijs Ruben Yara Joris Maartje Sjoerd`,
    `Bakhuis Dijkstra Elzinga Hoekstra Kuipers Leenders Mulderij Postma Rozema Terpstra Veldman
     Wiersma`,
  ),
  GB: english,
  IE: names(
    `Aoife Niamh Saoirse Ciara Orla Róisín Conor Cillian Oisín Darragh Eoin Padraig Sinéad Maeve`,
    `Brannigan Considine Delahunt Feeney Gilhooly Hanrahan Kinsella Lenihan Mulcahy Quilty Rafferty
     Tierney`,
  ),
  KE: names(
    `Wanjiru Achieng Njeri Akinyi Wambui Chebet Nafula Mwende Kamau Otieno Kiprop Mutua Juma Barasa
     Omondi Kariuki Halima Hassan Wairimu Kibet`,
    `Gathoni Kimani Maina Muthoni Mwangi Ndungu Njuguna Odhiambo Okoth Wafula Wekesa Karanja`,
  ),
  ZA: names(
    `Thandi Nomvula Lerato Zanele Ayanda Naledi Sipho Thabo Bongani Mandla Pieter Johan Annika
     Fatima Yusuf Kagiso Anneke Nomsa`,
    `Dlamini Khumalo Mokoena Naidoo Ndlovu Pillay Sithole Botha Fourie Jacobs Steyn Zulu`,
  ),
  CA: names(
    `Emma Madison Priya Mei Fatima Simone Chantal Nadia Noah Liam Owen Gurpreet Wei Mateo Étienne
     Amara Jasmine Tariq Hannah Scott`,
    `Arsenault Bellamy Chow Dhaliwal Fraser Gagnon Hamilton Kwan Lavoie MacLeod Okafor Singh Tremblay
     Whitlock`,
  ),
  US: names(
    `Emily Madison Jasmine Sofia Maya Latoya Brooke Hannah Tyler Marcus Jose Kevin Darnell Ethan
     Caleb Andre Kayla Nicole Luis Grace`,
    `Abernathy Beckett Caldwell Delgado Easton Fairbanks Gallegos Hawkins Jennings Kowalski Lindgren
     Mercado Pruitt Sandoval Whitaker`,
  ),
  IN: names(
    `Ananya Priya Kavya Divya Lakshmi Sneha Rohan Arjun Vikram Nikhil Suresh Anil Meera Farhan
     Thomas Asha`,
    `Deshpande Joshi Kulkarni Menon Nair Patil Pillai Shinde Thampi Varghese`,
  ),
  JP: names(
    `Yui Hina Aoi Sakura Misaki Haruka Ren Sota Haruto Takumi Kenji Daiki Emi Naoko`,
    `Aizawa Fujimoto Hayashida Ishikawa Kanda Minami Nishino Okabe Shimizu Tachibana`,
  ),
  AU: names(
    `Matilda Charlotte Mia Zoe Ruby Tahlia Lachlan Cooper Jarrah Angus Riley Linh Nguyen Bindi Kirra
     Declan`,
    `Baxter Cairns Drummond Everett Gillespie Hartigan Lockyer McKinnon Pemberton Rankin Tully
     Waverley`,
  ),
  NZ: names(
    `Aroha Maia Hine Anahera Ruby Isla Wiremu Tane Nikau Hemi Liam Sione Mele Kiri`,
    `Aldridge Bancroft Harawira Kirkwood Makere Ngata Parata Tainui Walden Whaanga`,
  ),
};
