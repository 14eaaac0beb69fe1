using System.Reflection;

namespace AirsPolicy.Conformance.Tests.Architecture;

/// <summary>
/// What packages promise their users stands approved in <c>tests/corpus/api</c>: a member that appears or goes is seen in review.
/// <c>AIRS_UPDATE_CORPUS=1</c> writes it anew.
/// </summary>
public class PublicApiTests
{
    public static TheoryData<string> Packages =>
        [
            "AirsPolicy.Text",
            "AirsPolicy.Runtime",
            "AirsPolicy.Hosting",
            "AirsPolicy.Extensions.AI",
            "AirsPolicy.Language",
            "AirsPolicy.Compiler",
            "AirsPolicy.LanguageServer",
        ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_a_package_shows_is_what_was_approved(string package)
    {
        var path = Repository.PathOf("tests", "corpus", "api", $"{package}.txt");
        var shown = PublicApiText.Write(Assembly.Load(package));
        if (Repository.Updates("AIRS_UPDATE_CORPUS"))
            File.WriteAllText(path, shown);
        var approved = File.ReadAllText(path);
        Assert.Empty(
            approved
                .Split('\n')
                .Except(shown.Split('\n'))
                .Select(line => $"gone: {line}")
                .Concat(shown.Split('\n').Except(approved.Split('\n')).Select(line => $"new: {line}")));
        Assert.Equal(approved, shown);
    }
}
