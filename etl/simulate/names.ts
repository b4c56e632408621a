/** Invented people: any given name goes with any family name. */
export const givenNames = words(`
  Abena Ada Adil Aino Aisha Alba Amara Amina Ana Anders Anik Aoife Arjun Asel Astrid Ayo Bea Beatriz Bilal Boris
  Carmen Celia Chen Chidi Clara Daan Dalia Daria Deniz Diego Dilara Edda Eero Eithne Elif Emeka Emre Enzo Esra Eva
  Farah Fatou Femi Finn Freya Gita Goran Greta Hana Hamza Hiro Hugo Ida Ines Ivo Jamal Jana Jonas Jun Kaito Karim
  Keira Kofi Lars Layla Leila Lena Liam Lina Lior Luca Luz Maeve Malik Mara Marek Mateo Maya Mei Milan Mina Mira
  Nadia Naoki Nia Niko Noor Nuno Oana Obi Olga Omar Oskar Pia Priya Rafa Rania Ravi Rosa Rui Saba Samir Sanne Selin
  Sofia Stefan Suda Tala Tariq Tess Thabo Tiago Uma Veda Wei Yara Yasin Yuki Zahra Zofia Łucja Özlem Renée Søren
`);

export const familyNames = words(`
  Abara Achterberg Adeyemi Aho Akar Albers Almeida Amadi Andrade Anselm Arslan Asante Aziz Bakker Balogun Banerjee
  Baraka Barros Bekele Benali Berg Bianchi Boateng Borg Brandt Byrne Castellan Cerny Chaudhry Choi Cisse Costa Dahl
  Darko Demir Deshmukh Diallo Dogan Dubois Eklund Elmas Engel Eriksen Fadel Farrow Ferreira Fiala Fontaine Gao Garrod
  Gebre Haddad Hakimi Halloran Hansson Hartwell Hashimoto Hegarty Holm Horvat Ibarra Ikeda Iversen Jansen Jimenez Kaya
  Keita Khalil Kimani Kiraly Kowal Kruger Kumar Laine Lambert Langley Larsen Lindqvist Lobo Lund Madsen Mahlangu Malik
  Marchetti Mbeki Mensah Meyer Mirza Molnar Moreau Nagy Nakata Ndiaye Novak Nyman Oduya Okafor Olsen Onyango Ortega
  Osei Ozturk Park Patel Pereira Petrov Quist Rahimi Ramsay Reyes Rinne Rossi Sahin Salo Sandoval Sato Schreiber Sharma
  Silva Sithole Soto Strand Suzuki Tanaka Tavares Teague Tekin Thorne Toure Uchida Ueda Vargas Vasquez Vermeer Virtanen
  Wade Walsh Wanjiru Weber Winter Xu Yadav Yilmaz Zaman Zeller Đorđević Çelik García Müller
`);

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
