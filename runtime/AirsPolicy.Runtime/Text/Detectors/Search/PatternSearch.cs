using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>A pattern in each view of its detector.</summary>
/// <param name="views">The pattern as it is read in each view: without case in all but the text as it came.</param>
internal sealed class PatternSearch(ViewPattern[] views, int number, int weight) : ItemSearch(weight)
{
    public override int Number => number;

    public override bool MustBeAsked => views.Any(view => view.Literals is null);

    public override IEnumerable<ItemLiteral> Sought =>
        views.SelectMany(view => view.Literals ?? [], (view, literal) => new ItemLiteral(view.View, literal));

    public override void Find(in Searched text, SpanBuffer matches)
    {
        foreach (var pattern in views)
        {
            var places = pattern.Literals is null ? default : text.Hits((int)pattern.View).Of(number);
            if (pattern.Literals is not null && places.Count == 0) continue;
            if (pattern.View == TextViewKind.Plain)
            {
                pattern.Find(text.Original, places, text.Patterns, matches);
                continue;
            }

            var view = text.View(pattern.View);
            var first = matches.Count;
            pattern.Find(view.Text, places, text.Patterns, matches);
            matches.MapFrom(first, view);
        }
    }
}
