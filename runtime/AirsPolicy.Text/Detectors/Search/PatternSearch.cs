using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>A pattern in each view of its detector.</summary>
internal sealed class PatternSearch : ItemSearch
{
    private readonly ViewPattern[] _views;

    // The number under which the literals of each view are looked for: views that look for the same in the same place share one.
    private readonly int[] _numbers;

    /// <param name="views">The pattern as it is read in each view: without case in all but the text as it came.</param>
    /// <param name="nextNumber">Gives numbers that follow one another.</param>
    /// <param name="weight">What a match counts.</param>
    public PatternSearch(ViewPattern[] views, Func<int> nextNumber, int weight)
        : base(weight)
    {
        _views = views;
        _numbers = new int[views.Length];
        for (var view = 0; view < views.Length; view++)
        {
            var same = Array.FindIndex(views, 0, view, other => LookAlike(other, views[view]));
            _numbers[view] = same >= 0 ? _numbers[same] : nextNumber();
        }
        MustBeAsked = views.Any(view => view.Literals is null);
        Numbers = _numbers.Distinct().Count();
    }

    public override int Number => _numbers.Length == 0 ? -1 : _numbers[0];

    public override int Numbers { get; }

    public override bool MustBeAsked { get; }

    public override IEnumerable<ItemLiteral> Sought =>
    [
        .. from view in Enumerable.Range(0, _views.Length)
           where Array.IndexOf(_numbers, _numbers[view]) == view && _views[view].SoughtIn != TextViewKind.Parted
           from literal in _views[view].Literals ?? []
           select new ItemLiteral(_views[view].SoughtIn, literal, _numbers[view]),
    ];

    public override void Find(in Searched text, SpanBuffer matches)
    {
        for (var view = 0; view < _views.Length; view++)
        {
            var pattern = _views[view];
            var places = pattern.Literals is null ? default : text.Hits((int)pattern.SoughtIn).Of(_numbers[view]);
            if (pattern.Literals is not null ? places.Count == 0 : !pattern.CanStandIn(text.HighestIn(pattern.View))) continue;
            if (pattern.View == TextViewKind.Plain)
            {
                pattern.Find(
                    text.Original,
                    places,
                    pattern.SoughtIn == TextViewKind.Plain ? null : text.View(pattern.SoughtIn),
                    text.Patterns,
                    matches);
                continue;
            }

            var viewed = text.View(pattern.View);
            var first = matches.Count;
            pattern.Find(viewed.Text, places, null, text.Patterns, matches);
            matches.MapFrom(first, viewed);
        }
    }

    // Both readings of the folded text are looked through for the same.
    private static TextViewKind ScannedIn(ViewPattern pattern) =>
        pattern.SoughtIn == TextViewKind.Parted ? TextViewKind.Folded : pattern.SoughtIn;

    private static bool LookAlike(ViewPattern one, ViewPattern other) =>
        ScannedIn(one) == ScannedIn(other)
        && one.Literals is not null
        && one.Literals.Select(literal => literal.Text)
            .SequenceEqual((other.Literals ?? []).Select(literal => literal.Text), StringComparer.Ordinal);
}
