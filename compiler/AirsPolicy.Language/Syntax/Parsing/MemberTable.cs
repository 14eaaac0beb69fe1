namespace AirsPolicy.Language.Syntax;

/// <summary>Which members a kind of declaration has, by the keyword they begin with.</summary>
internal sealed class MemberTable
{
    private readonly Func<Parser, MemberSyntax>?[] _readers = new Func<Parser, MemberSyntax>?[KeywordTable.All.Count + 1];

    /// <param name="noun">The declaration with its article, for messages: "a control".</param>
    public MemberTable(string noun, params ReadOnlySpan<MemberReader> members)
    {
        Noun = noun;
        foreach (var (keyword, read) in members)
            _readers[(int)keyword] = read;
        Spellings = [.. KeywordTable.All.Where(keyword => _readers[(int)keyword] is not null).Select(KeywordTable.SpellingOf)];
    }

    public string Noun { get; }

    public IReadOnlyList<string> Spellings { get; }

    /// <summary>What reads the member that begins with a word; null if there is none.</summary>
    public Func<Parser, MemberSyntax>? Find(Keyword keyword) => _readers[(int)keyword];
}
