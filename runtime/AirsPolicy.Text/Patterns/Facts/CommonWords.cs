namespace AirsPolicy.Text.Patterns.Facts;

/// <summary>
/// How often a literal stands in ordinary text, roughly: as its letters say, and as part of common words, of which letters say too little.
/// It decides where to look first and never what is found.
/// </summary>
internal static class CommonWords
{
    /// <summary>
    /// The commonest words of English in about their order, words that messages to assistants have among them, and small words of other
    /// languages behind.
    /// </summary>
    public const string Ordered =
        " the of and to a in is that for it you was on are as with i be this have not or at by from but we they an he his her she had my all can your do if what "
        + "there will one their so which when more about out up them who no would has like time were been any me some just how its than then other into only "
        + "could new our over people also get know make because see these us him well good now two use way may very want first need work after where think look "
        + "help even most go here find please should give year years day days take back much many before did made such long too own right through come still let "
        + "between thanks going being last tell say said great never sure same down part every another place thing things anything something everything nothing "
        + "while does really home show since those both used set off must under try order write list read point open end start again always without add text name "
        + "number line lines change example best different next each few keep include including message question questions answer word words team email mail call "
        + "send today week month system data file files code user group information following create using report test free check content note plan water life "
        + "world school state family house hand high little old around three small large big put why ask asked left late against far turn move live believe hold "
        + "bring happen written provide sit stand lose pay meet run play feel became leave child children company problem fact service case course hours later "
        + "night real almost enough above below side kind head story page job light reason second possible important full able print load model task role rule "
        + "rules key link image response request output input table title form date version default current total general public social personal per within "
        + "during once less already until ago whether early short sense level office person interest area money food city car book books country often though "
        + "room half rest lot idea mind face local simple special sound clear close deal easy hard human history language learn matter market power price process "
        + "product program project remember result return save share sign single size space step stop subject support sell buy tax term together understand value "
        + "various view visit voice wait walk watch whole wrong young hello hi dear regards welcome sorry okay yes happy love hope wish weekend morning evening "
        + "afternoon dinner summer travel trip train hotel meeting customer customers client business account payment de la que el en les des der die und das le "
        + "un une et los las para por con una del est pour dans sur pas qui par plus il ist nicht ein eine mit den von zu auf sich es dem di che e non sono della "
        + "da com um uma os na em mais se het een van dat te niet op voor zijn nie w sie bir ve bu yang dan ini untuk dengan alle tout todo tutto ";

    // A word at a place of the list stands in a million characters so many times, divided by how far behind it is (Zipf).
    private const int Front = 90_000, FrontLength = 10;

    private const double Million = 1_000_000;

    /// <summary>In how many places of a million characters a text stands, whatever the case of its letters; at least 1.</summary>
    public static int PlacesOf(string text)
    {
        var lower = text.ToLowerInvariant();
        var places = PlacesByLetters(lower);
        for (
            var at = Ordered.IndexOf(lower, StringComparison.Ordinal);
            at >= 0;
            at = Ordered.IndexOf(lower, at + 1, StringComparison.Ordinal))
            places += PlacesAt(at);
        return places;
    }

    /// <summary>In how many places of a million characters a text would stand by its letters alone; at least 1.</summary>
    public static int PlacesByLetters(ReadOnlySpan<char> text)
    {
        var places = Million;
        foreach (var unit in text) places *= CharacterWeights.ShareOf(unit);
        return 1 + (int)places;
    }

    /// <summary>How many of a million characters are at what stands at a place of the words.</summary>
    public static int PlacesAt(int place) => Front / (FrontLength + place);
}
