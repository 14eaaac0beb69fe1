using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Hosting.Evaluating;

namespace AirsPolicy.Hosting.Tests;

public sealed class SampleDrawTests
{
    [Theory]
    [InlineData("shop.j", "one")]
    [InlineData("shop.j", "two")]
    [InlineData("shop.q", "")]
    public void A_draw_is_what_its_description_says(string name, string id)
    {
        var hash = HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(name + "\0" + id));
        var number = new BigInteger(hash.AsSpan(0, 8), isUnsigned: true);
        var draw = SampleDraw.Of("key"u8, name, id);
        Assert.Equal((decimal)(number * 1_000_000 >> 64) / 1_000_000m, draw);
        Assert.True(draw is >= 0 and < 1);
        Assert.Equal(draw, new RequestIds("key"u8.ToArray()).Draw(name, id));
        Assert.True(draw.ToString(CultureInfo.InvariantCulture).Length <= 8);
    }

    // A mark is made for its purpose: the draw of a name is none.
    [Fact]
    public void The_mark_of_an_id_says_what_it_is_for()
    {
        var mark = Convert.ToHexStringLower(HMACSHA256.HashData("key"u8, "request\0one"u8)[..16]);
        Assert.Equal($"one-{mark}", new RequestIds("key"u8.ToArray()).Issue("one"));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void An_id_has_a_longest_length(int length, bool known)
    {
        var ids = new RequestIds("key"u8.ToArray());
        var id = new string('a', length);
        Assert.Equal(
            known,
            ids.IsIssued($"{id}-{Convert.ToHexStringLower(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes("request\0" + id))[..16])}"));
    }

    [Fact]
    public void Letters_of_any_script_are_marked_whole()
    {
        var ids = new RequestIds("key"u8.ToArray());
        Assert.True(ids.IsIssued(ids.Issue(new string('語', 128))));
        Assert.True(ids.IsIssued(ids.Issue("")));
    }
}
