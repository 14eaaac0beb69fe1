using System.Text.RegularExpressions;

namespace AirsPolicy.Conformance.Tests.Architecture;

/// <summary>The walks through the code that the page of the architecture describes.</summary>
public sealed partial class WalkTests
{
    private static readonly List<List<string>> s_walks = Walks();

    [Fact]
    public void There_are_four_walks_of_files_that_are_there()
    {
        Assert.Equal(4, s_walks.Count);
        Assert.All(s_walks.SelectMany(walk => walk), file => Assert.True(File.Exists(Repository.PathOf(file)), file));
    }

    [Fact]
    public void No_walk_comes_back_to_a_room_that_it_has_left() =>
        Assert.All(
            s_walks,
            walk =>
            {
                var rooms = walk.Select(RoomOf)
                    .Aggregate(new List<string>(), (entered, room) => entered.LastOrDefault() == room ? entered : [.. entered, room]);
                Assert.Equal(rooms.Distinct(), rooms);
            }
        );

    // A project and the folder in it.
    private static string RoomOf(string file) => string.Join('/', file.Split('/')[..^1].Take(3));

    private static List<List<string>> Walks()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "explanation", "architecture.md"));
        var section = page[page.IndexOf("\n## Four walks\n", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 2, StringComparison.Ordinal)];
        return [.. section.Split("\n**").Skip(1).Select(walk => Entered().Matches(walk).Select(match => match.Groups[1].Value).ToList())];
    }

    [GeneratedRegex(@"^\| `([^`]+\.cs)` \|", RegexOptions.Multiline)]
    private static partial Regex Entered();
}
