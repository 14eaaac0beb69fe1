namespace AirsPolicy.DetectorTraining;

/// <summary>Honest texts of a few sentences that can stand before and behind others of their side and language.</summary>
internal sealed class Carriers
{
    // Sentences, and not pages, in UTF-16 units.
    private const int Shortest = 40, Longest = 600;

    // With fewer of a language these would be learned, and not the texts between them.
    private const int FewestOfLanguage = 20;

    private static readonly string[] s_spaces = [" ", "\n", "\n\n"];

    private readonly Dictionary<(bool IsData, string Language), List<LabelledText>> _texts;

    /// <param name="texts">Texts, of which some can be carriers.</param>
    public Carriers(IEnumerable<LabelledText> texts) =>
        _texts = texts.Where(text => !text.IsAttack && IsOfSentences(text))
            .GroupBy(PlaceOf)
            .Where(group => group.Count() >= FewestOfLanguage)
            .ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>Whether a text can stand between others: it is of a few sentences, and there are carriers.</summary>
    public bool CanCarry(LabelledText text) => IsOfSentences(text) && _texts.ContainsKey(PlaceOf(text));

    /// <summary>A text with one before it, one behind it or, half of the times, both.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nearest">How many units of each there are at most: those nearest to the text.</param>
    /// <param name="random">What decides.</param>
    public string Carry(LabelledText text, int nearest, Sequence random)
    {
        var carriers = _texts[PlaceOf(text)];
        string Carrier() => carriers[random.Below(carriers.Count)].Text.Trim();
        string Space() => s_spaces[random.Below(s_spaces.Length)];
        var (hasBefore, hasBehind) = random.Below(4) switch
        {
            0 => (false, true),
            1 => (true, false),
            _ => (true, true),
        };
        var carried = text.Text.Trim();
        if (hasBefore)
        {
            var before = Carrier();
            carried = before[Math.Max(0, before.Length - nearest)..] + Space() + carried;
        }
        if (hasBehind)
        {
            var behind = Carrier();
            carried += Space() + behind[..Math.Min(nearest, behind.Length)];
        }
        return carried;
    }

    private static (bool IsData, string Language) PlaceOf(LabelledText text) => (text.IsData, text.MainLanguage);

    private static bool IsOfSentences(LabelledText text) => text.Language.Length > 0 && text.Text.Length is >= Shortest and <= Longest;
}
