using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Tests.Facts;

public sealed class PrecedentsTests
{
    private static readonly ValueList<JudgedCase> s_cases =
    [
        Case(1, "pass", "The shop opens at nine."),
        Case(2, "pass", "Your parcel left on Monday."),
        Case(3, "pass", "Your refund is looked at by the team."),
        Case(4, "fail", "You get your refund, I promise."),
        Case(5, "fail", "Write to my private address."),
        Case(6, "boundary", "The team will surely correct your refund.", until: 100),
    ];

    [Fact]
    public void Of_each_verdict_the_most_alike_comes_first()
    {
        Assert.Equal([3, 4, 6], Lines("your refund is looked at", most: 3, today: 100));
        Assert.Equal([2, 4], Lines("your parcel left", most: 2, today: 100));
    }

    [Fact]
    public void No_content_chooses_what_speaks_for_it_alone() =>
        Assert.Contains(Lines("The shop opens at nine. The shop opens at nine.", most: 3, today: 100), line => line is 4 or 5);

    [Fact]
    public void A_precedent_whose_last_day_is_over_is_not_shown()
    {
        Assert.DoesNotContain(6, Lines("refund", most: 50, today: 101));
        Assert.DoesNotContain(6, Lines("refund", most: 50, today: null));
        Assert.Contains(6, Lines("refund", most: 50, today: 100));
    }

    [Fact]
    public void The_file_decides_between_those_that_are_equally_alike()
    {
        ValueList<JudgedCase> alike = [Case(7, "a", "x"), Case(8, "a", "x"), Case(9, "b", "x")];
        Assert.Equal([7, 9, 8], Precedents.Choose(alike, 3, ["nothing of the kind"], null).Select(one => one.Line));
        Assert.Empty(Precedents.Choose([], 3, ["x"], null));
    }

    private static IEnumerable<int> Lines(string content, int most, int? today) =>
        Precedents.Choose(s_cases, most, [content], today).Select(one => one.Line);

    private static JudgedCase Case(int line, string verdict, string shown, int? until = null) =>
        new(line, [shown], "{}", "{}", verdict, null, until);
}
