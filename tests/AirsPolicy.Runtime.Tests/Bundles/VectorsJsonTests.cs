using System.Text;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.Tests.Bundles;

public sealed class VectorsJsonTests
{
    private static readonly Decision s_allow = EffectJoin.Decide("input", []);

    [Fact]
    public void Vectors_are_read_back_as_they_were_written()
    {
        DecisionVector[] vectors = [new("input", """{"a":1}""", s_allow), new("output", "{}", s_allow with { Point = "output" }, Run: 3)];
        var json = VectorsJson.Write([.. vectors]);
        Assert.Equal(vectors, VectorsJson.Read(json));
        Assert.StartsWith("""[{"point":"input","facts":"{""", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Contains(
            """{"run":3,"point":"output","facts":"{}","decision":{"point":"output",""",
            Encoding.UTF8.GetString(json),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[1]")]
    [InlineData("""[{"point":"input","facts":"{}","decision":{}}]""")]
    [InlineData("""[{"run":1.5,"point":"input","facts":"{}"}]""")]
    public void What_are_no_vectors_is_refused(string json) =>
        Assert.StartsWith(
            "The vectors cannot be read: ",
            Assert.Throws<InvalidDataException>(() => VectorsJson.Read(Encoding.UTF8.GetBytes(json))).Message,
            StringComparison.Ordinal);
}
