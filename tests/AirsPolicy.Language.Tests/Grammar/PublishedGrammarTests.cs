using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Tests.Grammar;

public class PublishedGrammarTests
{
    private static readonly PublishedGrammar s_grammar = PublishedGrammar.Current;

    [Fact]
    public void Every_keyword_is_listed_and_used()
    {
        var words = KeywordTable.All.ToLookup(KeywordTable.IsReserved, KeywordTable.SpellingOf);
        Assert.Equal(words[true].Order(), WordsOf(s_grammar.Of("reserved")).Order());
        Assert.Equal(words[false].Order(), WordsOf(s_grammar.Of("keyword")).Order());
        var used = s_grammar.Syntactic
            .Where(production => production.Name is not ("reserved" or "keyword" or "effect_word"))
            .SelectMany(WordsOf);
        Assert.Empty(KeywordTable.All.Select(KeywordTable.SpellingOf).Except(used));
    }

    [Fact]
    public void Every_name_has_one_production_and_every_production_is_reached_from_the_file()
    {
        var reached = new HashSet<string>();
        var pending = new Stack<string>([s_grammar.Productions[0].Name, "TOKEN", "GAP"]);
        while (pending.TryPop(out var name))
        {
            if (reached.Add(name))
                s_grammar.Of(name).Term.Whole().OfType<ReferenceTerm>().ToList().ForEach(reference => pending.Push(reference.Name));
        }

        Assert.Empty(s_grammar.Productions.Select(production => production.Name).Except(reached));
    }

    [Fact]
    public void The_syntactic_part_names_no_characters_but_by_their_tokens()
    {
        Assert.Empty(s_grammar.Syntactic.SelectMany(production => production.Term.Whole()).OfType<RangeTerm>());
        Assert.Empty(s_grammar.Syntactic.SelectMany(production => production.Term.Whole()).OfType<ReferenceTerm>()
            .Select(reference => reference.Name).Where(name => char.IsAsciiLetterUpper(name[0])).Except(s_grammar.WaysOf("TOKEN")));
    }

    // An operator, a literal, a member of one word and a mistake have no production of their own.
    [Fact]
    public void Every_other_node_of_a_tree_is_a_production() =>
        Assert.Equal(
            [
                "binary_expression", "block", "call_expression", "index_expression", "keyword_name", "keyword_paths", "keyword_text",
                "keyword_value", "literal_expression", "member_expression", "misplaced_directive", "missing_effect", "missing_expression",
                "name_expression", "name_member", "number_member", "paths_member", "text_member", "texts_member", "unary_expression",
                "unknown_member",
            ],
            SyntaxShape.Nodes.Except(s_grammar.Productions.Select(production => production.Name)).Order());

    private static IEnumerable<string> WordsOf(GrammarProduction production) =>
        production.Term.Whole().OfType<TextTerm>().Select(text => text.Text).Where(text => char.IsAsciiLetter(text[0]));
}
