using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Filtering;

/// <summary>Makes conditions of what is written, and sees that their types fit. It remembers the first mistake.</summary>
internal sealed class FilterBinder(FilterSchema schema)
{
    // What stands for a condition with a mistake, which is never asked.
    private static readonly Filter s_none = new AbsentFilter(new FilterPath(new FilterField("", FilterType.Open, []), []));

    /// <summary>What was wrong first; null for nothing.</summary>
    public FilterMistake? Mistake { get; private set; }

    public Filter Absent(FieldSyntax syntax) => PathOf(syntax) is { } path ? new AbsentFilter(path) : s_none;

    /// <summary>A field that is a condition by itself.</summary>
    public Filter Alone(FieldSyntax syntax)
    {
        if (PathOf(syntax) is not { } path)
            return s_none;
        return path.Field.Type is FilterType.Bool or FilterType.Open
            ? new ComparisonFilter(path, FilterRelation.Equal, new BoolValue(true))
            : Wrong(syntax.Span, $"A condition must be true or false, but '{path.Field.Name}' is {FilterWords.Of(path.Field)}.");
    }

    public Filter Comparison(FieldSyntax syntax, RelationSyntax relation, FilterToken value) =>
        PathOf(syntax) is { } path ? Comparison(path, relation, value) : s_none;

    /// <summary>Equal to one of several values.</summary>
    public Filter Among(FieldSyntax syntax, FilterToken word, IEnumerable<FilterToken> values) =>
        Each(syntax, new RelationSyntax(word.Span, FilterRelation.Equal), values, (left, right) => new OrFilter(left, right));

    /// <summary>Something else than each of several values.</summary>
    public Filter NotAmong(FieldSyntax syntax, FilterToken word, IEnumerable<FilterToken> values) =>
        Each(syntax, new RelationSyntax(word.Span, FilterRelation.NotEqual), values, (left, right) => new AndFilter(left, right));

    public Filter TooDeep(FilterToken token) => Wrong(token.Span, $"A filter nests at most {FilterParser.MostDepth} deep.");

    private Filter Each(
        FieldSyntax syntax,
        RelationSyntax relation,
        IEnumerable<FilterToken> values,
        Func<Filter, Filter, Filter> join) =>
        PathOf(syntax) is { } path ? values.Select(value => Comparison(path, relation, value)).Aggregate(join) : s_none;

    private Filter Comparison(FilterPath path, RelationSyntax relation, FilterToken token)
    {
        var field = path.Field;
        if (ValueFor(field, token) is not { } value)
            return s_none;
        if (field.Type == FilterType.Texts && relation.Relation != FilterRelation.Contains)
            return Wrong(relation.Span, $"'{field.Name}' is a list of texts; write '{field.Name} contains {token.Text}'.");
        var fits = relation.Relation switch
        {
            FilterRelation.Equal or FilterRelation.NotEqual => true,
            FilterRelation.Contains => value is TextValue,
            FilterRelation.StartsWith or FilterRelation.EndsWith => value is TextValue && field.Type != FilterType.Texts,
            _ => value is NumberValue or InstantValue or NowValue or DurationValue || field.Type == FilterType.Rising,
        };
        return fits
            ? new ComparisonFilter(path, relation.Relation, value)
            : Wrong(
                relation.Span,
                $"'{field.Name}' is {FilterWords.Of(field)}, and {FilterWords.Of(value)} cannot be compared with "
                    + $"'{FilterWords.Of(relation.Relation)}'.");
    }

    // The words of a field may be written as texts too, since not each of them need be a name.
    private FilterValue? ValueFor(FilterField field, FilterToken token)
    {
        var value = token.Value!;
        if (field.Type is FilterType.OneOf or FilterType.Rising && value is WordValue or TextValue)
            return KnownWord(field, token, value is WordValue word ? word.Word : ((TextValue)value).Text);
        var fits = field.Type switch
        {
            FilterType.Text or FilterType.Texts => value is TextValue,
            FilterType.Number => value is NumberValue,
            FilterType.Instant => value is InstantValue or NowValue,
            FilterType.Duration => value is DurationValue,
            FilterType.Bool => value is BoolValue,
            FilterType.Open => value is not WordValue,
            _ => false,
        };
        if (fits)
            return value;
        var meant = value is WordValue && field.Type is FilterType.Text or FilterType.Texts or FilterType.Open
            ? $"; write \"{token.Text}\""
            : "";
        Wrong(token.Span, $"'{field.Name}' is {FilterWords.Of(field)}, but this is {FilterWords.Of(value)}{meant}.");
        return null;
    }

    private WordValue? KnownWord(FilterField field, FilterToken token, string word)
    {
        if (field.Words.Contains(word))
            return new WordValue(word);
        var near = Spelling.Nearest(word, field.Words);
        var right = near is null ? $"it is {FilterWords.Of(field)}." : $"did you mean '{near}'?";
        Wrong(token.Span, $"'{field.Name}' is never '{word}'; {right}");
        return null;
    }

    private FilterPath? PathOf(FieldSyntax syntax)
    {
        var name = syntax.Name;
        if (schema.Find(name.Text) is not { } field)
        {
            var names = schema.Fields.Select(known => known.Name);
            var near = Spelling.Nearest(name.Text, names);
            var right = near is null ? $"there are {string.Join(", ", names)}." : $"did you mean '{near}'?";
            Wrong(name.Span, $"There is no field '{name.Text}'; {right}");
            return null;
        }
        var isOpen = field.Type == FilterType.Open;
        if (isOpen == syntax.Members.IsEmpty)
        {
            Wrong(
                syntax.Span,
                isOpen
                    ? $"'{field.Name}' is a record; name a member of it, such as {field.Name}.user.id."
                    : $"'{field.Name}' is {FilterWords.Of(field)}, which has no members.");
            return null;
        }
        return new FilterPath(field, [.. syntax.Members.Select(member => member.Value is TextValue text ? text.Text : member.Text)]);
    }

    private Filter Wrong(TextSpan span, string message)
    {
        Mistake ??= new FilterMistake(span, message);
        return s_none;
    }
}
