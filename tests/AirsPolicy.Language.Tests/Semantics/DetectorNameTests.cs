namespace AirsPolicy.Language.Tests.Semantics;

public class DetectorNameTests
{
    [Theory]
    [InlineData("pii", "card")]
    [InlineData("shop.pii", "us_ssn")]
    public void No_package_declares_a_detector_that_reads_like_a_built_in_one(string package, string name)
    {
        var library = $"library {package}\ndetector {name} {{ match \"x\" }}\n";
        Assert.Equal(["AIRS3016"], Binding.Of(library).Diagnostics.Select(d => d.Code));
        Assert.Equal(["AIRS3016"], Binding.Of($"policy p\nuse {package}\nsystem s {{}}\n", library).Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [InlineData("shop", "card")]
    [InlineData("spii", "card")]
    [InlineData("pii.more", "card")]
    public void A_name_that_only_resembles_a_built_in_one_is_free(string package, string name) =>
        Assert.Empty(Binding.Of($"library {package}\ndetector {name} {{ match \"x\" }}\n").Diagnostics);
}
