using System.Collections.Immutable;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>The productions of <c>docs/reference/grammar.ebnf</c>, in its order.</summary>
internal sealed record PublishedGrammar(ImmutableArray<GrammarProduction> Productions)
{
    public static PublishedGrammar Current { get; } =
        GrammarReader.Read(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "reference", "grammar.ebnf")));

    /// <summary>The part that is made of tokens.</summary>
    public IEnumerable<GrammarProduction> Syntactic => Productions.Where(production => !production.IsLexical);

    /// <summary>The part that is made of characters.</summary>
    public IEnumerable<GrammarProduction> Lexical => Productions.Where(production => production.IsLexical);

    public GrammarProduction Of(string name) => Productions.Single(production => production.Name == name);

    /// <summary>The names of the ways of a production that is a choice between others.</summary>
    public IEnumerable<string> WaysOf(string name) => ((ChoiceTerm)Of(name).Term).Ways.Select(way => ((ReferenceTerm)way).Name);
}
