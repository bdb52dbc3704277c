"""First names, words and towns that are too common to mean somebody by themselves."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRST_NAMES: Final = _words("""
    abdallah abdel abdou abdoulaye achille adam adama adele adrien agathe agnes ahmed aicha aida aissata aissatou
    alain albert alex alexandra alexandre alexis ali alice aline alix alou alpha amadou amandine amelie amina
    aminata anais andre andrea ange angele angelique anissa anna anne annie anouk antoine antonin ariane armand
    arnaud arthur assa assetou astan astou astrid aude audrey aurelie aurelien aurore awa axel aya bakary baptiste
    barbara bastien beatrice benedicte benjamin benoit benoite bernadette bernard bertrand bilal bintou blaise
    boubacar boubou brahim brigitte bruno camille carla carole caroline catherine cecile cedric celeste celia celine
    chantal charles charlotte cheick chloe christel christelle christian christiane christine christophe claire
    clara clarisse claude claudine clemence clement clotilde colette constance coralie corentin corinne cyril
    cyrille daniel daniele daouda david deborah delphine denis diane didier dimitri djeneba dominique dorian dramane
    driss edith edouard elena eleonore elisa elisabeth elise elodie eloise elsa emeline emile emilie emma emmanuel
    emmanuelle enzo eric erwan estelle esther ethan etienne eva eve evelyne fabien fabienne fabrice fanny fanta
    farid fatima fatimata fatou fatoumata faustine felix fernand fleur flora florence florent florian florine france
    francis franck francois francoise frank fred frederic frederique gabin gabriel gabrielle gael gaelle gaetan
    gaspard gauthier genevieve geoffrey georges gerald gerard germain ghislaine gilbert gilles gregoire gregory
    guillaume gustave guy habib hadja hamidou hanna hannah harouna hassan hawa helene henri herve hoa hugo hugues
    ibrahim ibrahima idriss idrissa ilyes ines ingrid irene iris isaac isabelle ismael issa jacqueline jacques jade
    jamila jean jeanne jeremie jeremy jerome jessica joel joelle johan johanna jonas jonathan josee joseph josephine
    josette judith jules julia julie julien juliette justine kadiatou kadidia kalifa karim karima karine katia kevin
    khadija khalid kim lamine lana lara lassana laura laure laurence laurent laurie lea leila lena leo leon leonie
    lila lilian lilou lina linda lisa lise loic lola lorraine lou louis louise louna luc lucas lucie lucien lucile
    ludivine ludovic lydia lydie madeleine mael maelle maeva magali mahamadou maimouna malek malik mamadou manon
    manuel marc marcel marguerite maria mariam mariama marie marina marine marion marius marlene martin martine
    marwa mary mathias mathieu mathilde matteo matthieu maud maurice max maxence maxime mehdi melanie melissa
    michael michel michele micheline mickael mila millie modibo mohamed mohammed monique moussa myriam nabil nadege
    nadia nadine nael nafissatou nana nassim nathalie nathan nicolas nicole nina noa noe noel noemie nora nour
    odette odile olga olivia olivier ophelie oscar ouassim oumar oumou ousmane paola pascal pascale patrice patricia
    patrick paul paula paule pauline perrine philippe pierre quentin rachel rachid ramata raphael raymond rebecca
    regine regis remi remy renaud rene renee richard rita robert robin roger rokia roland romain romane rosa rosalie
    rose roxane ruth sabine sabrina sacha salif salimata salma salome sam samba samia samir samuel sandra sandrine
    sara sarah sebastien sekou serge servane severine sidi simon simone sofia sofiane solange solene sonia sophie
    souleymane soumaila stephane stephanie steve suzanne sylvain sylvie tanguy tatiana theo theodore therese
    thibault thibaut thierry thomas tidiane tiphaine tom valentin valentine valerie vanessa vera veronique victoire
    victor victoria vincent violette virginie viviane vivien william xavier yacine yacouba yael yann yannick yasmine
    yassine yoann yohan yves yvette yvonne zeinab zelie zoe
""")

WORDS: Final = _words("""
    ambre capucine celeste charlotte clemence faustine marine oceane pascale patrice
    ancien ange aube aurore avril bain bar barbier baron beau bel bellot berger besson bien bijou blanc blanche
    blond bois boisson bon bonheur bonne bonnet boucher boulanger bourgeois brun brune caillou camp carpentier carre
    cent chambre champ charbonnier charpentier chasseur chat chateau chauvin chene cheval chevalier clair claire
    clerc comte constance constant cordonnier coste cour court courtois cousin couture couturier croix cuisinier
    dame demon des deux dix dore douce doucet doux droit duc ecole enfant espoir ete etranger faucon faure ferme
    fevre fille fils fleur fleury fontaine forestier forge fort fortin fournier franc france franche froid gaillard
    galant garde garnier gauche genest germain grace grand grande gras gris gros guerin guerre hiver homme hote
    hotel huit humbert jade jardin jeune joie joli jolie jour justice lac lacroix laine lange large leger legrand
    lenoir libre lion long loup louve lumiere lune mage main maison maitre mal malin marchand marechal marie marin
    mars mathieu mayor mercier merle messager meunier mille million moine monde mont moreau morel moulin mouton neuf
    neveu noble noel noir noire nom nuit olive olivier onze ours page pain papillon parent paris pas pasquier
    passage pasteur pauvre peintre perle perrin petit petite pierre pigeon pin place plaisir poirier poisson pont
    port porte potier poulain premier prevost prince prudence quatre reine renard rey reynaud richard riche riviere
    robin roche roi rose rosier rossignol rouge rousseau roux roy royer sage saint salle sec sept serpent serrurier
    seul sire six soldat soleil tailleur tempete temple terre tissier tour tourneur tout tresor trois tuilier vache
    vaillant vallee verdier vert vicomte victoire vidal vigne vigneron ville vin vingt violette voisin volant vrai
""")

TOWNS: Final = _words("""
    abidjan aix ajaccio albi amiens angers annecy antibes arles arras auch aurillac auxerre avignon bamako
    bandiagara bastia bayonne beauvais belfort besancon beziers blois bordeaux bougouni bourges brest brive caen
    cahors calais cannes cayenne chalons chambery chartres cherbourg cholet clermont colmar conakry creil creteil
    dakar dax dieppe dijon dioila douai dunkerque epinal evreux evry foix gao gap grenoble gueret kati kayes kidal
    kita koulikoro koutiala laon laval lens lille limoges lorient lyon macon marseille melun menaka mende metz
    millau montauban montpellier montreuil mopti moulins mulhouse nancy nanterre nantes narbonne nevers niamey nice
    nimes niono niort nouakchott orleans ouagadougou paris pau perigueux perpignan poitiers pontoise privas quimper
    reims rennes rodez rouen royan saintes salon san sedan segou senlis sens sikasso strasbourg taoudenit tarbes
    thionville tombouctou toulon toulouse tours troyes tulle valence valenciennes vannes verdun versailles vesoul
    vichy vienne
""")

PARTICLES: Final = _words("""
    ag al ben bin d da dal de del della der des di dos du el ibn l la le les mac mc ould saint sainte san st van von
    y
""")

CIVILITIES: Final = _words("""
    affaire consorts dame dossier epouse epoux famille m madame mademoiselle mlle mme monsieur
    mr mrs nomme nommee sieur veuve
""")

# Before a name, they say that it is somebody met through her work.
TITLES: Final = _words("""
    docteur dr maitre me pr professeur
""")
