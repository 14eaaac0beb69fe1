using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Runtime.Tests.Bundles;

public sealed class ManifestJsonTests
{
    [Fact]
    public void A_manifest_is_read_back_as_it_was_written()
    {
        Assert.Equal(SampleManifests.Full, ManifestJson.Read(ManifestJson.Write(SampleManifests.Full)));
        Assert.Equal(SampleManifests.Plain, ManifestJson.Read(ManifestJson.Write(SampleManifests.Plain)));
    }

    [Fact]
    public void What_a_manifest_does_not_have_is_not_written_and_lines_end_alike_everywhere()
    {
        var json = Encoding.UTF8.GetString(ManifestJson.Write(SampleManifests.Plain));
        Assert.Equal(
            ["formatVersion", "package", "languageVersion", "compilerVersion", "unicodeVersion", "contractVersion", "zone"],
            JsonNode.Parse(json)!.AsObject().Select(member => member.Key));
        Assert.StartsWith("{\n  \"formatVersion\": 1,\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_part_of_a_full_manifest_is_written_so()
    {
        var json = JsonNode.Parse(ManifestJson.Write(SampleManifests.Full))!.AsObject();
        Assert.Equal(
            """[{"fact":"score","provider":"risk","within":15},{"fact":"level","provider":"risk"}]""",
            json["providers"]!.ToJsonString());
        Assert.Equal(
            """[{"control":"shop.c","satisfies":["GR-IN-01"],"mitigates":["LLM01","LLM02"],"neverWaived":true},{"control":"shop.d"}]""",
            json["claims"]!.ToJsonString());
        Assert.Equal(
            """[{"declaration":"shop.c","owner":"ann","approvedBy":"bob","effective":"2026-01-31","review":"2027-02-01"},{"declaration":"shop.d"}]""",
            json["accounts"]!.ToJsonString());
        Assert.Equal(
            """{"subject":"GR-IN-01","id":true,"because":"trial","approvedBy":"ciso","role":"board","until":"2026-03-04","with":["shop.c"],"requirements":[{"tier":"high","id":"GR-IN-01"}]}""",
            json["waivers"]![0]!.ToJsonString());
        Assert.Equal(
            """[{"id":"GR-OUT-03","because":"no retrieval","approvedBy":"ciso","role":"board","until":"2026-05-04","tiers":["high"]}]""",
            json["inapplicable"]!.ToJsonString());
        Assert.Equal("""[{"name":"policy.dll","sha256":"00ff"}]""", json["entries"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"formatVersion":"1"}""")]
    [InlineData("""{"formatVersion":1.5}""")]
    [InlineData("""{"formatVersion":1}""")]
    [InlineData("""{"formatVersion":1,"formatVersion":1}""")]
    [InlineData("""{"formatVersion":1,"package":[[[[[[[[]]]]]]]]}""")]
    public void What_is_no_manifest_is_refused(string json) =>
        Assert.StartsWith(
            "The manifest cannot be read: ",
            Assert.Throws<InvalidDataException>(() => ManifestJson.Read(Encoding.UTF8.GetBytes(json))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_day_is_written_one_way()
    {
        var json = Encoding
            .UTF8.GetString(ManifestJson.Write(SampleManifests.Full))
            .Replace("2026-03-04", "4 March 2026", StringComparison.Ordinal);
        Assert.StartsWith(
            "The manifest cannot be read: ",
            Assert.Throws<InvalidDataException>(() => ManifestJson.Read(Encoding.UTF8.GetBytes(json))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n  \"zone\"", "\n  \"trusted\": true,\n  \"zone\"", "The manifest says '\"trusted\": true,' in line ")]
    [InlineData("\"role\": ", "\"rank\": 1,\n      \"role\": ", "The manifest says '\"rank\": 1,' in line ")]
    [InlineData("\n}", "\n}\n", "The manifest says '}' in line ")]
    [InlineData("\n}", ",\n  \"more\": null\n}", "The manifest says '],' in line ")]
    [InlineData("\"shop\"", "\"\\u0073hop\"", "The manifest says '\"package\": \"\\u0073hop\",' in line 3, ")]
    [InlineData("\"neverWaived\": true", "\"neverWaived\": false", "The manifest says '")]
    public void What_the_format_does_not_know_is_refused_wherever_it_stands(string known, string unknown, string reason)
    {
        var honest = Encoding.UTF8.GetString(ManifestJson.Write(SampleManifests.Full));
        var at = honest.LastIndexOf(known, StringComparison.Ordinal);
        var hostile = honest[..at] + unknown + honest[(at + known.Length)..];

        var refusal = Assert.Throws<InvalidDataException>(() => ManifestJson.Read(Encoding.UTF8.GetBytes(hostile))).Message;

        Assert.StartsWith(reason, refusal, StringComparison.Ordinal);
        Assert.EndsWith(", which is not known to format 1 or not written as it writes it.", refusal, StringComparison.Ordinal);
        Assert.Equal(SampleManifests.Full, ManifestJson.Read(Encoding.UTF8.GetBytes(honest)));
    }

    [Fact]
    public void The_format_is_looked_at_before_all_else() =>
        Assert.Equal(
            "The bundle has format 7, and this runtime knows 1.",
            Assert.Throws<InvalidDataException>(() => ManifestJson.Read("""{"formatVersion":7}"""u8.ToArray())).Message);
}
