using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Unicode;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>
/// A term in views, in each from left to right without overlap, and as whole words where the view knows words. Takes at most as many steps
/// as the view has units, times the units of the term.
/// </summary>
internal sealed class TermSearch(TermForm[] forms, int number, int weight) : ItemSearch(weight)
{
    public override int Number => number;

    public override bool MustBeAsked => forms.Any(form => !IsSought(form));

    public override IEnumerable<ItemLiteral> Sought =>
        forms
            .Where(form => IsSought(form) && form.Kind != TextViewKind.Parted)
            .Select(form => new ItemLiteral(form.Kind, new RequiredLiteral(form.Text, false, 0), number));

    public override void Find(in Searched text, SpanBuffer matches)
    {
        foreach (var form in forms)
        {
            if (!IsSought(form))
            {
                FindAll(form, text.View(form.Kind), matches);
                continue;
            }

            var places = text.Hits((int)form.Kind).Of(number);
            if (places.Anywhere) FindAll(form, text.View(form.Kind), matches);
            else if (places.Count > 0) FindAt(places, form, text.View(form.Kind), matches);
        }
    }

    private static bool IsSought(TermForm form) => form.Text.Length >= LiteralScan.ShortestLiteral;

    private static void FindAt(LiteralPlaces places, TermForm form, TextView view, SpanBuffer matches)
    {
        var from = 0;
        for (var index = 0; index < places.Count; index++)
        {
            var start = places[index];
            if (start < from || !Stands(form, view, start)) continue;
            from = start + form.Text.Length;
            matches.Add(view.ToOriginal(start, from));
        }
    }

    private static void FindAll(TermForm form, TextView view, SpanBuffer matches)
    {
        var searched = view.Text;
        for (var from = 0; searched[from..].IndexOf(form.Text, StringComparison.Ordinal) is var index and >= 0;)
        {
            var start = from + index;
            var stands = Stands(form, view, start);
            from = stands ? start + form.Text.Length : start + 1;
            if (stands) matches.Add(view.ToOriginal(start, from));
        }
    }

    private static bool Stands(TermForm form, TextView view, int start) =>
        !ViewTerms.AreWholeWords(form.Kind) || WordBreaks.IsWhole(view.Text, start, start + form.Text.Length);
}
