using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>The numbers that some formulas speak of, each once, with what they can be.</summary>
/// <param name="model">The policy.</param>
/// <param name="keys">What tells terms apart.</param>
/// <param name="isSettled">Whether the rows of data are taken as they are; else they may change.</param>
internal sealed class NumberTable(PolicyModel model, TermKeys keys, bool isSettled)
{
    private readonly Dictionary<string, NumberTerm> _terms = new(StringComparer.Ordinal);
    private readonly List<NumberTerm> _all = [];
    private readonly DetectorScores _scores = new(model.Detectors);

    /// <summary>All of them, by their index.</summary>
    public IReadOnlyList<NumberTerm> All => _all;

    public NumberTerm Of(Expression value)
    {
        var source = value is NamedExpression named ? named.Body : value;
        // What length is of is written in the same way wherever a text or list is empty or not.
        if (source is CallExpression { Arguments: [var of] } call && call.Function.Split('.')[0] == "length" && LengthOf(of) is { } length)
            return length;
        return Add(
            keys.Of(source),
            source,
            IsWhole(source.Shape),
            RangeOf(source),
            source is DetectorExpression { Question: DetectorQuestion.Score } score ? _scores.Of(score.Detector) : null);
    }

    /// <summary>How long a text or list is; null for anything else.</summary>
    public NumberTerm? LengthOf(Expression of) => of switch
    {
        NamedExpression named => LengthOf(named.Body),
        DetectorExpression { Question: DetectorQuestion.Spans } spans => Of(Count(spans)),
        { Shape: TextShape text } => Add("length " + keys.Of(of), of, true, Lengths(text.MinLength, text.MaxLength, of), null),
        { Shape: ListShape list } => Add("length " + keys.Of(of), of, true, Lengths(list.MinItems, list.MaxItems, of), null),
        _ => null,
    };

    /// <summary>The number from which on a detector has found something; null where that is not told.</summary>
    public (NumberTerm Term, decimal Least)? LeastFound(DetectorExpression found)
    {
        if (model.Detectors.FirstOrDefault(detector => detector.Name == found.Detector) is not { FoundAt: { } least })
            return (Of(Count(found)), 1);
        return least > 0 ? (Of(found with { Question = DetectorQuestion.Score, Shape = ShareShape.Instance }), least) : null;
    }

    /// <summary>A sum that is taken for one number.</summary>
    public NumberTerm Whole(Linear sum)
    {
        var key = "sum " + string.Join(' ', sum.Parts.Select(part => $"{part.Factor}*{part.Term.Index}"));
        var isWhole = sum.Parts.All(part => part.Term.IsWhole && part.Factor == decimal.Floor(part.Factor));
        return Add(key, sum.Parts[0].Term.Source, isWhole, Interval.All, null);
    }

    private NumberTerm Add(string key, Expression source, bool isWhole, Interval range, decimal[]? values)
    {
        if (!_terms.TryGetValue(key, out var term))
        {
            _terms.Add(key, term = new NumberTerm(_all.Count, source, isWhole, range, values));
            _all.Add(term);
        }
        return term;
    }

    private static DetectorExpression Count(DetectorExpression detector) =>
        detector with
        {
            Question = DetectorQuestion.Count,
            Shape = IntShape.Instance,
        };

    private Interval RangeOf(Expression value) =>
        value switch
        {
            PathExpression { Path: ["time_of_day"] } => Interval.Between(0, TimeSpan.TicksPerDay - 1),
            PathExpression or ItemExpression => OfShape(value.Shape),
            DetectorExpression { Question: DetectorQuestion.Count } or QuantifierExpression => Interval.AtLeast(0),
            AggregateExpression asked when model.Aggregates[asked.Aggregate].Kind is AggregateKind.Count or AggregateKind.Distinct =>
                Interval.AtLeast(0),
            LookupExpression lookup when isSettled => OfColumn(lookup),
            // Functions give lengths, sizes and shares.
            CallExpression { Shape: IntShape or SizeShape } => Interval.AtLeast(0),
            { Shape: ShareShape or EnumShape or SizeShape } => OfShape(value.Shape),
            _ => Interval.All,
        };

    private Interval OfColumn(LookupExpression lookup)
    {
        var values = model
            .Data.Where(table => table.Name == lookup.Data)
            .SelectMany(table => table.Columns)
            .Where(column => column.Name == lookup.Column)
            .SelectMany(column => column.Values)
            .OfType<object>()
            .Select(value => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        return values.Count == 0 ? Interval.All : Interval.Between(values.Min(), values.Max());
    }

    /// <summary>What a fact or item of a shape can be.</summary>
    public static Interval OfShape(Shape shape) => shape switch
    {
        IntShape number => Interval.Between(number.Minimum, number.Maximum),
        DecimalShape number => new Interval(number.Minimum, number.MinimumExcluded, number.Maximum, number.MaximumExcluded),
        ShareShape => Interval.Between(0, Millionths.Whole),
        EnumShape names => Interval.Between(0, names.Names.Count - 1),
        SizeShape => Interval.Between(0, long.MaxValue),
        DateShape => Interval.Between(0, CheckedArithmetic.MaxDate),
        InstantShape => Interval.Between(0, CheckedArithmetic.MaxInstant),
        DurationShape => Interval.Between(long.MinValue, long.MaxValue),
        _ => Interval.All,
    };

    // What is worked out has the shape of a text without its bounds.
    private static Interval Lengths(int least, int? most, Expression of) =>
        of is PathExpression or ItemExpression ? new Interval(least, false, most, false) : Interval.AtLeast(0);

    private static bool IsWhole(Shape shape) => shape is not (DecimalShape or MoneyShape);
}
