using System.Text;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Views;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Literals;

public sealed class LiteralScanLaws
{
    private static readonly string[] s_units = ["a", "a", "b", "B", "s", "K", " ", "é", "\u212A", "\u017F", "😀", "\uD83D", "\0", "\u0120"];

    private static readonly Gen<string> s_text =
        from count in Gen.Choose(0, 120) from units in Gen.ArrayOf(Gen.Elements(s_units), count) select string.Concat(units);

    private static readonly Gen<SoughtLiteral[]> s_literals =
        from count in Gen.Choose(0, 40)
        from literals in Gen.ArrayOf(Literal(), count)
        select literals.Select((literal, owner) => literal with { Owner = owner / 7 }).ToArray();

    [Fact]
    public void Every_place_of_every_literal_is_found_and_no_other()
    {
        var hits = new LiteralHits();
        var cases = from literals in s_literals from text in s_text select (literals, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            new LiteralScan(sample.literals, 6).Scan(sample.text, hits);
            Assert.Equal(Naive(sample.literals, sample.text), Found(hits));
        }).Check(Laws.Times(3000));
    }

    [Fact]
    public void Eight_places_at_a_time_and_one_at_a_time_find_the_same()
    {
        var cases =
            from literals in s_literals
            from text in s_text
            from shape in Gen.Elements((2, 1), (3, 1), (4, 1), (2, 2), (3, 2), (4, 2), (4, 4))
            select (literals, text, width: shape.Item1, stride: shape.Item2);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var pass = new GramPass(
                        [.. sample.literals.Where(literal => literal.Text.Length >= sample.width + sample.stride - 1)],
                        sample.width,
                        sample.stride);
                    var (single, several) = (new LiteralHits(), new LiteralHits());
                    single.Begin(6, sample.text.Length);
                    pass.ScanByUnits(sample.text, 0, sample.text.Length, single);
                    single.Settle();
                    several.Begin(6, sample.text.Length);
                    pass.Scan(sample.text, 0, sample.text.Length, several);
                    several.Settle();
                    Assert.Equal(Found(single), Found(several));
                }
            )
            .Check(Laws.Times(3000));
    }

    [Fact]
    public void Thirty_two_places_at_a_time_find_what_is_found_one_by_one()
    {
        var few = s_literals.Select(literals =>
            literals
                .Where(literal =>
                    literal.Text.Length >= 3
                    && Ascii.IsValid(literal.Text)
                    && !(literal.IgnoreCase && literal.Text.AsSpan().ContainsAny("kKsS")))
                .Take(3)
                .ToArray());
        Prop.ForAll(
                (from literals in few from text in s_text select (literals, text)).ToArbitrary(),
                sample =>
                {
                    if (NibblePass.Of(sample.literals) is not { } pass)
                        return;
                    var hits = new LiteralHits();
                    hits.Begin(6, sample.text.Length);
                    pass.Scan(sample.text, hits);
                    hits.Settle();
                    Assert.Equal(Naive(sample.literals, sample.text), Found(hits));
                }
            )
            .Check(Laws.Times(3000));
    }

    [Fact]
    public void A_text_that_grows_is_looked_through_as_the_whole()
    {
        var cases =
            from literals in s_literals
            from text in s_text
            from more in s_text
            from parts in Gen.Choose(0, 90).ListOf()
            select (literals, text: text + more, parts);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var (scan, whole, grown) = (new LiteralScan(sample.literals, 6), new LiteralHits(), new LiteralHits());
                    scan.Scan(sample.text, whole);
                    scan.Begin(sample.text.Length, grown);
                    var (length, place) = (0, 0);
                    foreach (var part in sample.parts)
                    {
                        length = Math.Min(sample.text.Length, length + part);
                        place = scan.Continue(sample.text.AsSpan(0, length), place, grown);
                    }
                    scan.End(sample.text, place, grown);
                    Assert.Equal(Found(whole), Found(grown));
                }
            )
            .Check(Laws.Times(2000));
    }

    [Fact]
    public void A_long_text_is_folded_and_looked_through_block_by_block_as_it_is_whole()
    {
        var cases =
            from literals in s_literals
            from text in s_text.Where(text => text.Length > 0)
            from shift in s_text
            select (literals, text, shift);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    // Longer than some blocks, with something else at the borders each time.
                    var text =
                        sample.shift
                        + string.Concat(Enumerable.Repeat(sample.text + "An Ordinary  text\n", 100_000 / (sample.text.Length + 18)));
                    var scan = new LiteralScan(sample.literals, 6);
                    var scans = new LiteralScan?[TextViews.Names.Count];
                    scans[(int)TextViewKind.Folded] = scan;
                    var asked = new AskedText(0, scans);
                    asked.Begin();
                    var found = Found(asked.Hits((int)TextViewKind.Folded, text));
                    var (view, hits) = (new TextView(), new LiteralHits());
                    Folding.Fold(text, view);
                    hits.Begin(6, text.Length);
                    scan.End(view.Text, 0, hits);
                    Assert.Equal(Found(hits), found);
                    Assert.True(asked.View(TextViewKind.Folded, text).Text.SequenceEqual(view.Text));
                }
            )
            .Check(Laws.Times(60));
    }

    [Fact]
    public void Of_an_owner_with_too_many_places_it_is_known_that_there_may_be_more()
    {
        var hits = new LiteralHits();
        new LiteralScan([new SoughtLiteral("ab", false, 0), new SoughtLiteral("abc", false, 1)], 2).Scan(
            string.Concat(Enumerable.Repeat("ab", 100_000)) + "c",
            hits);
        Assert.True(hits.Of(0).Anywhere);
        Assert.Equal((false, 1), (hits.Of(1).Anywhere, hits.Of(1).Count));
        Assert.InRange(hits.Of(0).Count, 1, 4_000);
    }

    [Fact]
    public void What_is_kept_of_all_owners_is_bounded()
    {
        var hits = new LiteralHits();
        SoughtLiteral[] literals = [.. Enumerable.Range(0, 2_000).Select(owner => new SoughtLiteral("aaaa", false, owner))];
        new LiteralScan(literals, literals.Length).Scan(new string('a', 5_000), hits);
        for (var owner = 0; owner < literals.Length; owner++)
            Assert.True(hits.Of(owner).Anywhere);
        Assert.InRange(Enumerable.Range(0, literals.Length).Sum(owner => hits.Of(owner).Count), 2_000, 8_000);
    }

    [Fact]
    public void Scanning_allocates_nothing_once_there_is_room()
    {
        var hits = new LiteralHits();
        var scan = new LiteralScan(
            [new SoughtLiteral("ordinary", true, 0), new SoughtLiteral("dan", false, 1), new SoughtLiteral("of", false, 2)],
            3);
        var text = string.Concat(Enumerable.Repeat("an Ordinary text of some words ", 50));
        Assert.Equal(0, Allocated.Least(() => scan.Scan(text, hits)));
        Assert.Equal(50, hits.Of(0).Count);
    }

    // Owner, place; -1 where it may stand anywhere.
    private static List<(int, int)> Found(LiteralHits hits)
    {
        var found = new List<(int, int)>();
        for (var owner = hits.OwnerFrom(0); owner != int.MaxValue; owner = hits.OwnerFrom(owner + 1))
        {
            var places = hits.Of(owner);
            for (var i = 0; i < places.Count; i++)
                found.Add((owner, places.Anywhere ? -1 : places[i]));
        }
        return [.. found.Distinct()];
    }

    private static List<(int, int)> Naive(SoughtLiteral[] literals, string text)
    {
        var found = new HashSet<(int, int)>();
        foreach (var literal in literals)
        {
            if (literal.IgnoreCase && literal.Text.AsSpan().ContainsAny("kKsS") && text.AsSpan().ContainsAny("\u212A\u017F"))
                found.Add((literal.Owner, -1));
            for (var start = 0; start + literal.Text.Length <= text.Length; start++)
            {
                var there = text.AsSpan(start, literal.Text.Length);
                if (there.SequenceEqual(literal.Text)
                    || literal.IgnoreCase && there.Equals(literal.Text, StringComparison.OrdinalIgnoreCase))
                    found.Add((literal.Owner, start));
            }
        }
        found.RemoveWhere(hit => hit.Item2 >= 0 && found.Contains((hit.Item1, -1)));
        return [.. found.Order()];
    }

    private static Gen<SoughtLiteral> Literal() =>
        from ignoreCase in Gen.Elements(true, false)
        from units in Gen.Elements(ignoreCase ? ["a", "b", "B", "s", "K", " "] : s_units).NonEmptyListOf()
        let text = string.Concat(units.Take(12))
        select new SoughtLiteral(text.Length < 2 ? text + "a" : text, ignoreCase, 0);
}
