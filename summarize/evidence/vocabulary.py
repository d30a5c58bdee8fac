"""The words that news prose hangs on: speech verbs, titles, role nouns, words of organisations and places."""

from __future__ import annotations

# Verbs that report speech, in the forms the press uses; the -ing form reports too ("saying", "adding").
_SAY = """
say says said saying|tell tells told telling|add adds added adding|write writes wrote written writing|ask asks asked asking
|explain explains explained explaining|note notes noted noting|recall recalls recalled recalling|continue continues continued continuing
|claim claims claimed claiming|argue argues argued arguing|warn warns warned warning|state states stated stating
|declare declares declared declaring|insist insists insisted insisting|admit admits admitted admitting|acknowledge acknowledges acknowledged acknowledging
|announce announces announced announcing|suggest suggests suggested suggesting|reply replies replied replying|respond responds responded responding
|answer answers answered answering|tweet tweets tweeted tweeting|post posts posted posting|observe observes observed observing
|remark remarks remarked remarking|comment comments commented commenting|concede concedes conceded conceding|stress stresses stressed stressing
|emphasise emphasises emphasised emphasising|emphasize emphasizes emphasized emphasizing|urge urges urged urging|vow vows vowed vowing
|pledge pledges pledged pledging|promise promises promised promising|joke jokes joked joking|quip quips quipped quipping
|shout shouts shouted shouting|yell yells yelled yelling|cry cries cried|whisper whispers whispered whispering|exclaim exclaims exclaimed exclaiming
|lament laments lamented lamenting|complain complains complained complaining|boast boasts boasted boasting|predict predicts predicted predicting
|confirm confirms confirmed confirming|deny denies denied denying|report reports reported reporting|reveal reveals revealed revealing
|conclude concludes concluded concluding|caution cautions cautioned cautioning|counter counters countered countering|reiterate reiterates reiterated reiterating
|repeat repeats repeated repeating|assert asserts asserted asserting|allege alleges alleged alleging|testify testifies testified testifying
|maintain maintains maintained maintaining|contend contends contended contending|proclaim proclaims proclaimed proclaiming|retort retorts retorted
|plead pleads pleaded pleading|read reads|rule rules ruled ruling|agree agrees agreed agreeing|inform informs informed informing
|elaborate elaborates elaborated|opine opines opined|muse muses mused|chide chides chided|interject interjects interjected|wonder wonders wondered wondering
|reflect reflects reflected|confess confesses confessed|hint hints hinted hinting|insinuate insinuated|chant chants chanted chanting|sing sings sang singing
|advise advises advised advising|demand demands demanded demanding|appeal appeals appealed appealing|echo echoes echoed echoing|recount recounts recounted recounting
|conclude concludes concluded|speculate speculates speculated|disclose discloses disclosed|point points pointed pointing|fume fumes fumed|gush gushed|sigh sighs sighed
|thunder thunders thundered|bellow bellowed|demur demurred|rail rails railed railing|tease teases teased|text texts texted|email emails emailed|go goes went going
|read reads reading|order orders ordered ordering|object objects objected|clarify clarifies clarified clarifying|mention mentions mentioned mentioning|express expresses expressed expressing
|convey conveys conveyed|describe describes described describing|think thinks thought|believe believes believed believing|hope hopes hoped|feel feels felt|laugh laughs laughed|smile smiles smiled
"""
# Verbs that report only what they quote in part: "called the deal a 'surrender'".
_JUDGE = """
call calls called calling|describe describes described describing|label labels labelled labeled labelling labeling|dub dubs dubbed dubbing
|brand brands branded branding|denounce denounces denounced denouncing|condemn condemns condemned condemning|criticise criticises criticised criticising
|criticize criticizes criticized criticizing|praise praises praised praising|hail hails hailed hailing|slam slams slammed slamming|blast blasts blasted blasting
|dismiss dismisses dismissed dismissing|accuse accuses accused accusing|blame blames blamed blaming|characterise characterised|characterize characterized characterizing
|liken likens likened likening|compare compares compared comparing|rate rates rated rating|cite cites cited citing|quote quotes quoted quoting
|refer refers referred referring|reject rejects rejected rejecting|welcome welcomes welcomed welcoming|lambast lambasted|mock mocks mocked mocking
|attack attacks attacked attacking|decry decries decried decrying|tout touts touted touting|laud lauds lauded lauding|deride derides derided
|deem deems deemed|term terms termed terming|portray portrays portrayed|depict depicts depicted|defend defends defended defending|deplore deplored
|question questions questioned questioning|challenge challenges challenged|apologise apologised apologising|apologize apologized|thank thanks thanked thanking
|exhort exhorts exhorted|scold scolded scolds|bemoan bemoaned bemoans bemoaning|invoke invokes invoked|promise promised|propose proposes proposed|recommend recommends recommended
|find finds found|see sees saw|commit commits committed|seek seeks sought|want wants wanted|voice voices voiced|refuse refuses refused|allude alludes alluded
|sound sounds sounded|offer offers offered|list lists listed|talk talks talked talking|speak speaks spoke speaking|hit hits|lash lashed|single singled|credit credits credited|recognise recognised|vote voted
"""
# A subject stands after these with the quotation first: “…,” said Mr Lee.
_NEVER_INVERTED = frozenset(
    """
    tell tells told telling inform informs informed point points pointed go goes went going say saying adding
    telling think thought believe believed feel felt hope hoped urge urged urges advise advised advises order
    ordered call accuse accused blame read
    """.split()
)


def _forms(table: str) -> frozenset[str]:
    return frozenset(word for entry in table.replace("\n", " ").split("|") for word in entry.split())


SPEECH_VERBS = _forms(_SAY)
JUDGING_VERBS = _forms(_JUDGE) - SPEECH_VERBS
REPORTING_VERBS = SPEECH_VERBS | JUDGING_VERBS
INVERTING_VERBS = SPEECH_VERBS - _NEVER_INVERTED
# Too common in other senses to be trusted without a quotation that hangs directly on them.
WEAK_VERBS = frozenset(
    """
    read reads reading go goes went going think thinks thought believe believes believed hope hopes hoped feel feels
    felt find finds found see sees saw want wants wanted seek seeks sought commit commits committed offer offers
    offered hit hits point points pointed laugh laughs laughed smile smiles smiled rule rules ruled ruling post
    posts posted report reports reported reporting order orders ordered list lists listed vote voted talk talks
    talked speak spoke speaking express expresses expressed rate rates rated call
    """.split()
)

HONORIFICS = frozenset(
    """
    mr mrs ms miss mx sir dame lord lady shri smt dr prof rev hon madam mme monsieur sheikh sheik
    """.split()
)
MALE_WORDS = frozenset(
    """
    mr sir lord shri monsieur he him his himself spokesman chairman businessman policeman king prince father brother
    son husband uncle grandfather boy man sheikh congressman councilman alderman fireman actor widower nephew
    gentleman grandson postman fisherman
    """.split()
)
FEMALE_WORDS = frozenset(
    """
    mrs ms miss dame lady smt madam mme she her hers herself spokeswoman chairwoman businesswoman policewoman queen
    princess mother sister daughter wife aunt grandmother girl woman congresswoman councilwoman actress widow niece
    granddaughter
    """.split()
)

# Titles that stand before a name, capitalised or not: "President Marsh", "coach Luca Ferretti".
TITLES = frozenset(
    """
    president vice-president premier chancellor minister secretary governor gov senator sen representative rep
    congressman congresswoman mayor councillor cllr councilman councilwoman alderman judge justice magistrate
    attorney prosecutor general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm
    commander cmdr brigadier brig marshal corporal cpl private inspector insp superintendent supt constable pc
    detective det chief commissioner ambassador envoy consul king queen prince princess emperor pope cardinal
    archbishop bishop rabbi imam ayatollah pastor father sister brother professor prof doctor dr coach manager
    captain midfielder striker defender goalkeeper winger forward substitute skipper quarterback pitcher batsman
    bowler sprinter driver director chairman chairwoman chairperson chair executive officer ceo spokesman
    spokeswoman spokesperson analyst economist professor researcher scientist leader lawmaker deputy undersecretary
    speaker whip commissioner coroner sheriff nurse teacher headteacher principal author singer actor actress
    founder owner editor correspondent reporter journalist historian biologist physicist geologist ecologist
    astronomer epidemiologist meteorologist oceanographer strategist pollster consultant adviser advisor aide lawyer
    solicitor barrister treasurer secretary-general candidate resident farmer student activist campaigner organiser
    organizer volunteer curator conductor composer playwright novelist poet artist architect engineer developer
    surgeon paediatrician pediatrician psychologist congressman assemblyman parliamentarian mp msp mep mla pm
    foreign prime vice deputy acting former first lady det con ch insp supt sgt dci di ds dc pcso cllr
    """.split()
)

# Head nouns of people, for "a harbour official", "the company's chief financial officer", "police".
PERSON_NOUNS = frozenset(
    """
    president minister premier chancellor secretary governor senator representative mayor councillor councilman
    councilwoman judge justice magistrate attorney prosecutor prosecutors general colonel major captain lieutenant
    sergeant admiral commander inspector superintendent constable detective chief commissioner ambassador envoy
    official officials officer officers king queen prince princess pope cardinal archbishop bishop rabbi imam pastor
    father mother sister brother son daughter wife husband widow professor doctor doctors coach manager midfielder
    striker defender goalkeeper winger skipper quarterback director chairman chairwoman chairperson chair executive
    executives ceo spokesman spokeswoman spokesperson spokespeople analyst analysts economist economists researcher
    researchers scientist scientists leader leaders lawmaker lawmakers deputy speaker coroner sheriff nurse nurses
    teacher teachers headteacher principal author authors singer actor actress founder owner editor correspondent
    reporter reporters journalist historian biologist physicist geologist ecologist astronomer epidemiologist
    meteorologist strategist pollster consultant adviser advisor aide aides lawyer lawyers solicitor barrister
    treasurer candidate candidates resident residents neighbour neighbor neighbours neighbors farmer farmers student
    students activist activists campaigner campaigners organiser organizer organizers volunteer volunteers worker
    workers witness witnesses survivor survivors victim man woman men women boy girl people critics critic
    supporters supporter opponents opponent experts expert investigator investigators police protesters protester
    diplomat diplomats source sources member members head boss counterpart co-founder shareholder trader traders
    investors investor forecasters forecaster firefighters paramedics medics surgeon psychologist engineer engineers
    politician politicians conservationist conservationists parent parents fan fans passenger passengers driver
    pilot fisherman fishermen hunter mp mps voter voters democrats republicans democrat republican colleague friend
    host moderator counsel narrator veteran commentator blogger user users caller guest nominee congressman
    congresswoman wrestler customer tenant tenants player players landlady landlord publican roofer trawlerman
    tailor fishmonger headmistress headmaster qualifier mediator governor designer weaver baker butcher carpenter
    welder miner docker barista backbencher frontbencher insider whistleblower councilmember chef clerk secretary-general shopkeeper vicar priest monk nun dean chaplain ranger
    warden guard soldier sailor hydrologist rider winner champion grandmother grandfather uncle aunt cousin
    boyfriend girlfriend partner carer landlord shopkeeper retiree pensioner inmate defendant plaintiff accused
    """.split()
)
# Head nouns of bodies and of texts that speak: "the ministry said", "the statement read".
BODY_NOUNS = frozenset(
    """
    ministry department agency authority authorities government administration council committee commission court
    tribunal party coalition union company firm group bank university institute hospital school club team army navy
    military force forces police service office bureau organisation organization association federation foundation
    trust charity board embassy palace kremlin pentagon treasury campaign watchdog regulator newspaper magazine
    network website station report statement letter study survey poll document filing ruling judgment judgement
    indictment complaint lawsuit email memo note post tweet message sign banner notice press release headline
    transcript book article editorial manufacturer airline retailer operator developer carmaker lender utility
    broadcaster publisher insurer supplier startup brewery consortium league ombudsman panel inquiry jury parliament
    congress senate house cabinet secretariat spokesperson delegation crew family village
    """.split()
)

ORGANISATION_WORDS = frozenset(
    """
    ministry department agency authority government administration council committee commission court tribunal party
    union company corporation corp inc ltd llc plc co group holdings bank university college institute institution
    hospital school academy club fc afc cf sc united rovers wanderers athletic city army navy force forces guard
    police service services office bureau organisation organization association federation foundation trust charity
    society board embassy treasury parliament congress senate assembly cabinet secretariat league alliance coalition
    network times post gazette herald tribune journal guardian telegraph news press media television radio
    broadcasting airlines airways motors energy oil gas petroleum pharma pharmaceuticals therapeutics technologies
    technology systems semiconductor electronics industries partners capital ventures securities insurance financial
    stores supermarkets brewing railways rail transport laboratory laboratories observatory centre center museum
    theatre gallery library church cathedral diocese synod fund nations front movement brotherhood command corps
    regiment brigade battalion nhs directorate registry conference chamber exchange labs software studios records
    entertainment productions solutions logistics republicans democrats conservatives liberals labour greens trade
    watch rights international worldwide global shipping lines builders homes farms foods dairy water steel mining
    prosecutor-general crown supreme high federal reserve cross crescent
    """.split()
)
# Of those, words that make an organisation only as the last word or before "of".
PLACE_WORDS = frozenset(
    """
    river street road avenue lane square bridge airport station stadium arena park bay island islands isle hill
    hills mountain mountains mount lake valley county district province state coast beach port harbour harbor
    peninsula desert forest glacier gulf sea ocean strait cape falls canyon village town borough parish estate quay
    pier dam reservoir canal plaza boulevard heath moor common gardens green creek springs heights junction terrace
    prefecture region territory archipelago volcano reef lagoon marsh wetlands ridge field ground circuit court
    """.split()
)
NOT_NAMES = frozenset(
    """
    I The A An He She It We They You His Her Its Our My Your Their This That These Those There Here In On At By For
    From With Without Of To And But Or Nor So Yet As If When While After Before Since Until Because Although Though
    However Meanwhile Moreover Furthermore Also Then Now Once Still Later Earlier Last Next Both Each Every All Any
    Some Many Most Much More Few Several Other Another One Two Three Four Five Six Seven Eight Nine Ten Eleven
    Twelve First Second Third No Not Yes Who What Where Why How Which Whose Whether Under Over Between Among During
    Despite According Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept
    Oct Nov Dec Today Yesterday Tomorrow Tonight Christmas Easter Ramadan Diwali Eid Thanksgiving Hanukkah AM PM GMT
    UTC EST EDT BST CET CEO CFO TV AI GDP DNA COVID HIV AIDS OK Q&A VIP CCTV GPS USB SUV MP MPs PM MEP TD FAQ PDF
    URL API State House Minister Head Brexit F1 Photo Photograph Getty AFP Consulate Embassy Email Mr Mrs Ms Dr Sir
    Just Only Even Such Like About Against Through Around Across Along Behind Beyond Near Inside Outside Within
    Instead Perhaps Maybe Please Thank Thanks Well Oh Ah God Lord Officials Police Prosecutors Residents Critics
    Experts Analysts Scientists Researchers Doctors Investors Shares Stocks Councillors Ministers Lawmakers Voters
    Protesters Supporters Firefighters Following Speaking Asked Given Built Born Based Founded Published Updated
    Read Watch See Advertisement Photo Image English Spanish French German Arabic Hindi Internet Bible Islam
    Christianity Additionally Overall Nevertheless Nonetheless Therefore Thus Hence Indeed Rather Besides Otherwise
    Elsewhere Everyone Everybody Nobody Nothing Something Someone Anyone Half Part Next Previously Recently
    Currently Today's Because Ahead Amid Amidst Unlike Unless Upon Via Versus Alongside Apart Aside Back Down Up Off
    Out Onto Into Per Plus Minus Than Too Very Quite Again Ago Almost Already Always Never Often Sometimes Usually
    Soon Together Us Me Him Them Myself Himself Herself Itself Ourselves Themselves Do Does Did Done Is Are Was Were
    Be Been Being Have Has Had Can Could Will Would Shall Should Might Must Let Get Go Make Take Come Say Says Said
    """.split()
)
PARTIES = frozenset(
    """
    republican democrat democratic labour conservative tory liberal green libertarian socialist communist
    independent unionist nationalist reform
    """.split()
)
# Houses that stand for those who govern from them, and bodies whose names are no different from ordinary words.
BODIES = frozenset(
    {"White House", "Kremlin", "Pentagon", "Downing Street", "Number 10", "No 10", "Buckingham Palace", "Capitol Hill", "Wall Street", "State Department", "Supreme Court", "Congress",
     "Senate", "House", "House of Commons", "House of Lords", "House of Representatives", "Parliament", "Knesset", "Bundestag", "Duma", "Hamas", "Hezbollah", "Taliban", "Islamic State",
     "Greenpeace", "Amnesty", "Oxfam", "Interpol", "Europol", "Nato", "Unicef", "Unesco", "Opec", "Google", "Apple", "Amazon", "Microsoft", "Facebook", "Twitter", "Meta", "Tesla", "Boeing",
     "Airbus", "Reuters", "Bloomberg", "Netflix", "YouTube", "Instagram", "TikTok", "Samsung", "Toyota", "Volkswagen"}
)  # fmt: skip
