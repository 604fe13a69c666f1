"""Short articles in which a second voice contradicts the first, or does not: (language, text, clashes)."""

from __future__ import annotations

VOICES: list[tuple[str, str, bool]] = [
    # called untrue
    (
        "de",
        "Der Sender Kanal Ost berichtet, die Werft in Lornau werde verkauft. Werftchef Ingo Palm nannte den Bericht falsch.",
        True,
    ),
    (
        "de",
        "Nach Informationen des Tagblatts plant der Konzern Velta einen Börsengang. Ein Sprecher sagte, das sei frei erfunden.",
        True,
    ),
    (
        "de",
        "Der Verband teilte mit, das Trinkwasser in Grebau sei verunreinigt. Bürgermeisterin Ute Harms sprach von einer Falschmeldung.",
        True,
    ),
    (
        "de",
        "Die Opposition behauptet, der Minister habe den Auftrag ohne Ausschreibung vergeben. „Das ist Unsinn“, sagte der Minister.",
        True,
    ),
    (
        "de",
        "Laut der Zeitung verhandelt Trainer Oleg Radu mit dem SC Hafen. Der Verein bezeichnete das als Gerücht.",
        True,
    ),
    (
        "de",
        "Der Betriebsrat wirft der Leitung vor, Überstunden nicht bezahlt zu haben. Der Vorwurf entbehre jeder Grundlage, erklärte die Leitung.",
        True,
    ),
    (
        "de",
        "Anwohner berichten, die Fabrik leite Farbe in den Bach. An den Vorwürfen sei nichts dran, sagte Werksleiter Jan Krug.",
        True,
    ),
    (
        "en",
        "The Herald reported that the bank would close its Dunmore office. A spokesman for the bank called the report untrue.",
        True,
    ),
    (
        "en",
        "Local media said the singer Ada Quill had cancelled her tour. Her manager dismissed the story as nonsense.",
        True,
    ),
    (
        "en",
        'The union claims that managers hid the safety report. "That is simply false," said chief executive Paul Renner.',
        True,
    ),
    (
        "en",
        "Opposition politicians say the governor knew of the leak. The governor's office said the accusation was a fabrication.",
        True,
    ),
    (
        "en",
        "Residents say the plant has been burning waste at night. There was no truth in the claim, the operator said.",
        True,
    ),
    # denied
    (
        "de",
        "Innenminister Horst Wenk sagte, die Polizei habe die Demonstranten gewarnt. Die Veranstalter bestritten das.",
        True,
    ),
    (
        "de",
        "Die Anklage wirft dem früheren Kassierer vor, 40.000 Euro entnommen zu haben. Er bestreitet die Tat.",
        True,
    ),
    (
        "de",
        "Der Hersteller habe von den Mängeln gewusst, sagte Gutachterin Lisa Brahm. Der Hersteller wies dies zurück.",
        True,
    ),
    (
        "de",
        "Nach Angaben des Ministeriums haben beide Länder eine Vereinbarung unterzeichnet. Außenminister Pavo Lind dementierte, dass es eine Vereinbarung gebe.",
        True,
    ),
    ("en", "Police said the driver had been drinking. His lawyer denied this.", True),
    (
        "en",
        "The charity said the ministry had promised 2 million pounds. The ministry denied having made any promise.",
        True,
    ),
    ("en", "Prosecutors say Keller took bribes. He denies the charges.", True),
    ("en", "The mayor said the contractor had been paid in full. The contractor disputed that.", True),
    # yes and no, never, outcome
    (
        "de",
        "„Wir haben eine Einigung“, sagte Verhandlungsführer Kai Dorn. Gewerkschaftschefin Ina Voss sagte, es gebe keine Einigung.",
        True,
    ),
    (
        "de",
        "Die Bahn erklärte, der Zug sei pünktlich abgefahren. Fahrgäste berichteten, der Zug sei zwei Stunden zu spät gekommen.",
        True,
    ),
    (
        "de",
        "Präsident Milo Adan sagte, er habe mit dem General gesprochen. Ein Gespräch habe nie stattgefunden, teilte der Stab des Generals mit.",
        True,
    ),
    (
        "de",
        "Der Rat habe dem Plan zugestimmt, sagte Sprecherin Eva Lunt. Ratsmitglied Tom Geer sagte dagegen, der Rat habe den Plan abgelehnt.",
        True,
    ),
    (
        "de",
        "Die Klinik bleibt nach Angaben des Landrats erhalten. Die Geschäftsführung sagte, die Klinik werde im Herbst geschlossen.",
        True,
    ),
    (
        "de",
        "Das Parlament sei beschlussfähig gewesen, erklärte der Präsident. Die Opposition sagte, das Parlament sei nicht beschlussfähig gewesen.",
        True,
    ),
    ("en", "The envoy said the talks had been constructive. The foreign minister said the talks had failed.", True),
    ("en", "The airline said all passengers had been rebooked. Passengers said they had not been rebooked.", True),
    (
        "en",
        "The general said his troops had withdrawn from the valley. Villagers said the troops were still in the valley.",
        True,
    ),
    ("en", "The club said the stadium was safe. An inspector said the stadium was unsafe.", True),
    (
        "en",
        "The ministry said it had never received the letter. The embassy said the ministry received the letter on Monday.",
        True,
    ),
    # figures and dates
    ("de", "Die Polizei sprach von 3000 Teilnehmern. Die Veranstalter zählten 12.000 Teilnehmer.", True),
    (
        "de",
        "Der Brand richtete nach Angaben der Feuerwehr einen Schaden von 200.000 Euro an. Die Versicherung bezifferte den Schaden auf 900.000 Euro.",
        True,
    ),
    ("de", "Nach Behördenangaben starben sieben Menschen. Ärzte sprachen von mindestens 15 Toten.", True),
    (
        "de",
        "Das Treffen werde am 3. März stattfinden, sagte Minister Ole Grau. Sein Kollege Ben Roth sagte, das Treffen sei für den 9. April vorgesehen.",
        True,
    ),
    ("en", "Police put the crowd at 4,000. Organisers said 15,000 people had taken part.", True),
    ("en", "The ministry said the bridge would open on 3 May. The builder said it would not open before August.", True),
    ("en", "The army said two soldiers were killed. Rebels said they had killed 11 soldiers.", True),
    # demands
    ("de", "Die Grünen fordern ein Tempolimit. Verkehrsminister Rolf Stein lehnte ein Tempolimit ab.", True),
    (
        "de",
        "Präsidentin Zora Minh verlangte eine sofortige Waffenruhe. General Ibo Kasch sagte, eine Waffenruhe komme nicht infrage.",
        True,
    ),
    ("en", "The unions demand a pay rise. Ministers ruled out a pay rise.", True),
    ("en", "The president called for an immediate ceasefire. The rebels rejected a ceasefire.", True),
    # no clash
    ("de", "Die Polizei sprach von rund 3000 Teilnehmern. Die Veranstalter zählten 3100 Teilnehmer.", False),
    ("de", "Minister Ole Grau sagte, das Treffen sei wichtig. Sein Kollege Ben Roth begrüßte das Treffen.", False),
    (
        "de",
        "Die Klinik in Lorn werde geschlossen, sagte der Landrat. Die Schule in Ahlen bleibe offen, sagte die Schulrätin.",
        False,
    ),
    ("de", "Nach Behördenangaben starben sieben Menschen. Ärzte sprachen von 20 Verletzten.", False),
    (
        "de",
        "Der Verband wies das Angebot zurück. Verhandlungsführerin Ina Voss sagte, das Angebot liege seit Montag vor.",
        False,
    ),
    ("de", "Der Sprecher sagte, es gebe noch keinen Termin. Der Minister sagte, ein Treffen sei vereinbart.", False),
    (
        "de",
        "Die Feuerwehr sagte, zwei Häuser seien abgebrannt. Der Bürgermeister sagte, das Rathaus sei nicht beschädigt.",
        False,
    ),
    ("en", "The bank said profits rose in March. Analysts said profits would fall next year.", False),
    ("en", "The coach said Meyer would not play on Sunday. The club said Lopez would play on Sunday.", False),
    ("en", "The mayor said the library would close in June. Residents said they had used it for thirty years.", False),
    ("en", "Doctors said 12 people were injured. Police said three people had died.", False),
    (
        "en",
        "The ministry confirmed that talks were held on Monday. The embassy said a second round would follow in May.",
        False,
    ),
    ("en", "The union rejected the offer. The company said the offer was worth 4 percent.", False),
]
