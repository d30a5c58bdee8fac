"""Closed lists of English words that the checks of statements read: small words, word families, cues. All lower case, straight apostrophes."""

from __future__ import annotations

from typing import Final

from summarize.languages.calendars import calendar_names


def words(text: str) -> frozenset[str]:
    """The words of a list in which they are separated by spaces."""
    return frozenset(text.split())


SMALL: Final = words(
    """
    a an the and or but nor so yet of in on at to for from by with as into onto upon over under about above below between among
    against through during before after since until till within without along across around near off out up down per via than then
    this that these those it its itself he him his himself she her hers herself they them their theirs themselves we us our you your
    i me my who whom whose which what when where while why how because although though if unless whether also too very just only
    even still again more most much many some any each every all both either other others another such same own there here
    is are was were be been being am has have had having do does did doing will would shall should can could may might must
    not no n't one ones it's he's she's that's there's they're we're i'm let lets got get gets getting set put
    mr mrs ms dr sir make makes made making happen happens happened occur occurs occurred came went remain remains remained times dozens hundreds thousands millions
    include includes included including
    """
)
"""Words that carry no fact by themselves."""

REPORTING: Final = words(
    "say says said saying tell tells told telling according announce announces announced report reported reports add adds added"
)
"""Who says a thing is not what it says: such a verb may come or go."""

STARTERS: Final = words(
    """
    police officials authorities rescuers firefighters residents workers investigators prosecutors lawmakers ministers councillors
    scientists researchers engineers traders passengers shares critics experts analysts leaders voters officers soldiers troops
    protesters campaigners villagers families survivors victims doctors nurses teachers students parents children people thousands
    hundreds dozens millions scores emergency local national government council city town company firm court judge jury inquiry
    study report fire flood earthquake quake storm talks negotiations plans plan work repairs negotiators diplomats
    opposition union unions strikers staff management members supporters fans players shoppers customers tenants owners islanders
    locals witnesses relatives crews teams forecasters economists employers employees farmers drivers pupils patients
    despite meanwhile however following amid although though while after before when where since because once during under over
    earlier later now today yesterday tomorrow overnight nearly almost about around roughly approximately some several many most
    all both neither either each every no not none nobody nothing only just more less fewer another other others such these those
    this that there here it its he she they we his her their our who what how why if unless whether
    estimates figures results details opinions reactions tensions prices sales profits revenue income inflation growth exports imports costs
    construction work searches votes voting polls turnout evidence lawyers jurors witnesses closing opening attempts demands calls efforts
    sentencing trading drivers businesses schools homes houses roads flights trains services supplies
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million half
    first second third last next new old former
    """
)
"""Words with which a sentence may begin, so that their capital makes no name of them."""

MONTHS: Final = calendar_names("en").months
# Full names only: "the Sun reported" names no day.
WEEKDAYS: Final = {row[0]: day for day, row in enumerate(calendar_names("en").weekday_rows)}
RELATIVE_DAYS: Final = words("yesterday today tonight tomorrow")
TIME_WORDS: Final = (
    frozenset(WEEKDAYS)
    | frozenset(MONTHS)
    | RELATIVE_DAYS
    | words(
        """
        second seconds minute minutes hour hours day days week weeks weekend fortnight month months quarter year years decade decades
        century morning noon afternoon evening night midnight dawn dusk spring summer autumn winter christmas easter ramadan o'clock am pm
        montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember gestern heute morgen
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre hier demain
        lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer mañana
        lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre ieri domani
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira janeiro fevereiro março maio junho julho setembro outubro dezembro ontem hoje amanhã
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei juni augustus gisteren vandaag jaar jahr jahre année ans año años anno ano
        """
    )
)
"""Words of which one makes an expression a date: English, and the days and months of its neighbours."""

# One family a line. A statement may say "hurt" where its evidence says "injured".
_FAMILIES = """
sell sells sold selling sale sales|buy buys bought buying purchase purchases purchased purchasing|acquire acquires acquired acquisition
die dies died dying dead death deaths kill kills killed killing fatal fatally|injure injures injured injuring injury injuries hurt hurts wound wounds wounded wounding
fire fires blaze blazes flames flame|close closes closed closing closure closures shut shuts shutting|open opens opened opening opens
rise rises rose risen rising|climb climbs climbed climbing|jump jumps jumped|increase increases increased increasing|grow grows grew grown growing growth
fall falls fell fallen falling|drop drops dropped dropping|decline declines declined declining|begin begins began begun beginning start starts started starting
end ends ended ending finish finishes finished finishing|win wins won winning winner winners victory|lose loses lost losing loss losses|beat beats beaten beating
decide decides decided deciding decision decisions|elect elects elected election elections|vote votes voted voting voter voters
agree agrees agreed agreeing agreement agreements|propose proposes proposed proposal proposals|plan plans planned planning|build builds built building buildings rebuild
meet meets met meeting meetings|speak speaks spoke spoken speaking|write writes wrote written writing|give gives gave given giving|take takes took taken taking
make makes made making|go goes went gone going|come comes came coming|see sees saw seen seeing|know knows knew known|find finds found finding|think thinks thought
leave leaves left leaving|keep keeps kept keeping|hold holds held holding|bring brings brought|pay pays paid paying payment payments|lead leads led leading leader leaders
run runs ran running|stand stands stood|send sends sent sending|spend spends spent spending|break breaks broke broken breaking|choose chooses chose chosen choice
draw draws drew drawn|drive drives drove driven driving|eat eats ate eaten|fight fights fought fighting|fly flies flew flown|forget forgets forgot forgotten
freeze freezes froze frozen|hear hears heard hearing hearings|hide hides hid hidden|hit hits hitting|shoot shoots shot shooting|sing sings sang sung|sink sinks sank sunk
sit sits sat|sleep sleeps slept|steal steals stole stolen stealing theft thefts|strike strikes struck striking|swear swears swore sworn|sweep sweeps swept
teach teaches taught|tear tears tore torn tearing|throw throws threw thrown|wake wakes woke|wear wears wore worn|withdraw withdraws withdrew withdrawn withdrawal
bear bears bore born|catch catches caught|deal deals dealt|feel feels felt|seek seeks sought seeking|shake shakes shook shaken|show shows showed shown|lay lays laid
lie lies lay lain|mean means meant|ride rides rode|ring rings rang|swim swims swam|understand understands understood|become becomes became|overturn overturns overturned
undergo undergoes underwent|light lights lit|bury buries buried burial|say says said|tell tells told|forgo forgoes|arise arises arose|flee flees fled fleeing|burst bursts
spread spreads|split splits|cut cuts cutting|cost costs|quit quits resign resigns resigned resigning resignation|sign signs signed signing signature signatures
rescue rescues rescued rescuing rescuer rescuers|miss missing unaccounted|repair repairs repaired repairing|collapse collapses collapsed|damage damages damaged
convict convicts convicted conviction guilty|acquit acquits acquitted acquittal|sentence sentences sentenced sentencing|appeal appeals appealed|arrest arrests arrested
man men|woman women|child children|foot feet|person people|life lives|wife wives|mouse mice|half halves|mother mum|council councils councillor councillors councilor
quake quakes earthquake earthquakes|toll tolls|warn warns warned warning warnings|ignore ignores ignored|investigate investigation investigates investigating probe inquiry inquiries enquiry
employ employs employed employer employee employees|teacher teachers|solve solution|defend defence defense|succeed success successful|free freedom|long length|strong strength|high height|deep depth
produce produces produced production|reduce reduces reduced reduction|destroy destroys destroyed destruction|describe describes described description|receive receives received receipt
expect expects expected expectation|forecast forecasts outlook|suspend suspends suspended suspension|cancel cancels cancelled canceled cancellation|approve approves approved approval
reject rejects rejected rejection|announce announces announced announcement|discuss discusses discussed discussion talks|negotiate negotiates negotiated negotiation negotiations
car cars vehicle vehicles|firm firms company companies|boss chief head|home homes house houses|cheap cheaper|big bigger large larger|money funds|refuse refuses refused refusal
""".replace("\n", "|")

FAMILY: Final[dict[str, str]] = {}
for _line in _FAMILIES.split("|"):
    _members = _line.split()
    for _member in _members:
        FAMILY.setdefault(_member, _members[0])

PAST: Final = words(
    """
    sold bought died hurt rose grew fell began won lost beat built met spoke wrote gave took made went came saw knew found thought left
    kept held brought paid led ran stood sent spent broke chose drew drove ate fought flew froze heard hid hit shot sang sank sat slept
    stole struck swore swept taught tore threw woke wore withdrew caught dealt felt sought shook laid understood became underwent lit
    fled burst spread split cut cost quit shut set put told said got had did left won struck gone given taken seen known written begun
    broken fallen risen grown spoken chosen driven stolen sworn beaten drawn flown frozen hidden sunk torn thrown worn withdrawn
    """
)
"""Irregular past tenses and participles; the regular ones end in -ed."""
NOT_PAST: Final = words(
    "need speed hundred indeed exceed proceed succeed shed embed feed seed breed weed sacred naked united red bed deed bleed"
)

OPPOSITES: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = (
    (
        words("rise rises rose risen rising climb climbs climbed climbing jump jumps jumped increase increases increased increasing gain gains gained grow grows grew grown soar soars soared surge surged up"),
        words("fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline declines declined declining plunge plunges plunged slump slumped shrink shrank down"),
    ),
    (words("higher"), words("lower")),
    (words("lost lose loses"), words("kept retained")),
    (words("approve approves approved approval backed"), words("reject rejects rejected rejection rebuffed")),
    (words("convict convicts convicted conviction guilty"), words("acquit acquits acquitted acquittal innocent")),
    (words("support supports supported backs backed"), words("oppose opposes opposed")),
    (words("confirm confirms confirmed admit admits admitted"), words("deny denies denied denying")),
    (words("upheld uphold upholds"), words("overturn overturns overturned quashed")),
    (words("raise raises raised lift lifts lifted"), words("lower lowers lowered cuts slash slashed")),
    (words("alive survived survive"), words("dead died killed")),
    (words("opened open opens reopened"), words("closed close closes shut")),
    (words("arrived arrive arrives"), words("departed depart departs")),
    (words("safe"), words("unsafe dangerous")),
    (words("legal"), words("illegal unlawful")),
    (words("accept accepts accepted"), words("refuse refuses refused declined")),
    (words("strengthen strengthened strengthens"), words("weaken weakened weakens")),
    (words("success succeeded"), words("failure failed")),
    (words("largest biggest"), words("smallest")),
    (words("more"), words("fewer less")),
    (words("best"), words("worst")),
    (words("oldest"), words("youngest newest")),
)  # fmt: skip
"""Pairs of which a statement may not say one where its evidence says only the other. A few; the rest is out of reach."""

_GRAVE = words(
    """
    kill killed die died death dead killing injured injuring wounded injury hurt arrested arrest arrests convicted acquitted guilty resigned resigns
    resignation murder murdered murders attack attacked attacks bomb bombed bombing explosion exploded terrorist terrorism fraud bribe
    bribes bribery corrupt corruption abused abuse rape raped suicide hostage hostages war invaded invasion bankrupt bankruptcy cancelled
    banned sacked jailed imprisoned charged stole stolen theft robbed lied cheated assassinated massacre epidemic lost beat defeated murders arrests bombs explodes bans ban sacks jails abuses invades robs robbed cheats defeats
    """
)
GRAVE: Final = _GRAVE | {
    word for word, family in FAMILY.items() if family in {FAMILY.get(grave) for grave in _GRAVE} - {None}
}
"""Words that no statement may have unless its evidence has one of their family: too much hangs on them."""

ABBREVIATED: Final = {
    "governor": "gov", "senator": "sen", "representative": "rep", "general": "gen", "major": "maj", "lieutenant": "lt", "colonel": "col",
    "captain": "capt", "sergeant": "sgt", "professor": "prof", "president": "pres", "saint": "st", "street": "st", "doctor": "dr",
    "honourable": "hon", "honorable": "hon", "reverend": "rev", "department": "dept", "company": "co", "corporation": "corp", "limited": "ltd",
    "september": "sept",
}  # fmt: skip
"""Words of names and titles, and how the press shortens them."""

MUTUAL: Final = words(
    "meet meets met meeting join joins joined play plays played face faces faced marry married talk talks talked speak spoke draw drew tie tied agree agreed sign signed share shared"
)
"""What two do together is not one doing it to the other."""
