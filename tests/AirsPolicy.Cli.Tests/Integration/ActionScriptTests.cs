using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AirsPolicy.Cli.Starting;

namespace AirsPolicy.Cli.Tests.Integration;

/// <summary>What the action does, without the forge.</summary>
public sealed class ActionScriptTests : IDisposable
{
    private static readonly (string, string) s_path = ("AIRS_PATH", "policies");

    private readonly ActionScript _action = new();

    [Fact]
    public void A_changed_policy_is_checked_tested_built_and_compared_with_the_base()
    {
        _action.Write("policies/base/base.airs", "library base\n");
        _action.Write("policies/shop/shop.airs", Policy("shop", "extends base\n"));
        _action.Write("policies/old/old.airs", Policy("old"));
        _action.Commit();
        _action.Write("policies/base/base.airs", "library base\ncontrol b { at input  when text contains \"y\" then block }\n");
        _action.Delete("policies/old");
        _action.Write("policies/desk/desk.airs", Policy("desk"));
        _action.Commit();

        var (code, output) = _action.Run("report", s_path, ("AIRS_BASE", "main~1"));
        Assert.True(code == 0, output);

        using var sarif = JsonDocument.Parse(_action.Read("airs-report/airs.sarif"));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var suites = XDocument.Parse(_action.Read("airs-report/tests.xml")).Root!.Elements("testsuite")
            .Select(suite => suite.Attribute("name")!.Value);
        Assert.Equal(["desk", "shop"], suites.Order(StringComparer.Ordinal));
        Assert.True(_action.Has("airs-report/bundles/shop.airsb") && _action.Has("airs-report/bundles/desk.airsb"));
        var summary = _action.Read("airs-report/summary.md");
        Assert.Contains("| `shop` | 1 of 1 passed | 1 of 1 (100%) | 2 of 2 (100%) | 2 of 2 (100%) |\n", summary, StringComparison.Ordinal);
        var differences = _action.Read("airs-report/diff.md");
        Assert.Contains("### Decisions of `desk`\n\nThe policy is new.\n", differences, StringComparison.Ordinal);
        Assert.Contains("### Decisions of `old`\n\nThe policy is removed.\n", differences, StringComparison.Ordinal);
        // The library of the base decided before, and not the one at hand.
        Assert.Contains("### Decisions of `shop`\n\n```text\nonly tightens", differences, StringComparison.Ordinal);
        Assert.Contains("      after   block", differences, StringComparison.Ordinal);
        Assert.Contains(differences, _action.Read("job.md"), StringComparison.Ordinal);
        Assert.Contains(summary, _action.Read("job.md"), StringComparison.Ordinal);
        Assert.Equal(0, _action.Run("verdict").Code);
    }

    [Fact]
    public void A_test_that_fails_fails_the_verdict_and_leaves_all_reports()
    {
        _action.Write("policies/shop.airs", Policy("shop").Replace("expect block", "expect allow", StringComparison.Ordinal));
        _action.Commit();
        var (code, output) = _action.Run("report", s_path, ("AIRS_BASE", "main"));
        Assert.True(code == 0, output);
        Assert.Contains("**1 failed**", _action.Read("airs-report/summary.md"), StringComparison.Ordinal);
        Assert.Contains("\nno difference", _action.Read("airs-report/diff.md"), StringComparison.Ordinal);
        Assert.All(["airs.sarif", "tests.xml", "bundles/shop.airsb"], report => Assert.True(_action.Has($"airs-report/{report}"), report));
        Assert.Equal(1, _action.Run("verdict").Code);
    }

    [Fact]
    public void A_policy_with_errors_is_not_compared_and_its_findings_are_for_code_scanning()
    {
        _action.Write("policies/shop.airs", Policy("shop"));
        _action.Commit();
        _action.Write("policies/shop.airs", Policy("shop").Replace("text", "txet", StringComparison.Ordinal));
        var (code, output) = _action.Run("report", s_path, ("AIRS_BASE", "main"));
        Assert.True(code == 0, output);
        Assert.Contains("The policy does not build", _action.Read("airs-report/diff.md"), StringComparison.Ordinal);
        Assert.Contains("\"uri\": \"policies/shop.airs\"", _action.Read("airs-report/airs.sarif"), StringComparison.Ordinal);
        Assert.Equal(1, _action.Run("verdict").Code);
    }

    [Fact]
    public void What_cannot_be_reported_fails_at_once()
    {
        var (code, output) = _action.Run("report", s_path);
        Assert.Equal(2, code);
        Assert.Contains("There is no file or folder 'policies'.", output, StringComparison.Ordinal);
        Assert.Equal(2, _action.Run("nothing").Code);
    }

    [Theory]
    [InlineData("", "api repos/o/r/issues/7/comments -F body=@airs-report/comment.md")]
    [InlineData("12", "api --method PATCH repos/o/r/issues/comments/12 -F body=@airs-report/comment.md")]
    public void The_comment_is_written_over_that_of_the_last_run(string earlier, string expected)
    {
        _action.Program("gh", $"echo \"$@\" >> gh.log\ncase \"$*\" in *--paginate*) echo {earlier} ;; esac");
        _action.Write("airs-report/diff.md", "### Decisions of `shop`\n");
        var (code, output) = _action.Run("comment", s_path, ("GITHUB_REPOSITORY", "o/r"), ("AIRS_PULL_REQUEST", "7"));
        Assert.True(code == 0, output);
        Assert.Equal(expected, _action.Read("gh.log").Split('\n')[1]);
        Assert.Equal("<!-- airs policies -->\n### Decisions of `shop`\n", _action.Read("airs-report/comment.md"));
    }

    [Fact]
    public void A_comment_that_may_not_be_written_fails_nothing()
    {
        _action.Program("gh", "case \"$*\" in *--paginate*) ;; *) exit 1 ;; esac");
        _action.Write("airs-report/diff.md", new string('x', 70_000));
        var (code, output) = _action.Run("comment", s_path, ("GITHUB_REPOSITORY", "o/r"), ("AIRS_PULL_REQUEST", "7"));
        Assert.Equal(0, code);
        Assert.Contains("::notice::", output, StringComparison.Ordinal);
        Assert.Contains("too long for a comment", _action.Read("airs-report/comment.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_action_runs_every_step_of_the_script_and_sets_every_variable()
    {
        var script = File.ReadAllText(Path.Join(ActionScript.Folder, "run.sh"));
        var action = File.ReadAllText(Path.Join(ActionScript.Folder, "action.yml"));
        Assert.All(Regex.Match(script, @"^  ([a-z |]+)\) ""\$1""", RegexOptions.Multiline).Groups[1].Value.Split(" | "),
            step => Assert.Contains($"/run.sh\" {step}'", action, StringComparison.Ordinal));
        Assert.All(Regex.Matches(script, "AIRS_(?!OUT)[A-Z_]+").Select(variable => variable.Value),
            variable => Assert.Contains($"        {variable}: ", action, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_shows_the_workflow_that_is_written_for_a_new_package()
    {
        var page = File.ReadAllText(ActionScript.FileOf("docs", "guide", "ci.md"));
        Assert.Contains($"```yaml\n{Template.Workflow("shop", "policies/shop").Text}```\n", page, StringComparison.Ordinal);
        var action = File.ReadAllText(Path.Join(ActionScript.Folder, "action.yml"));
        Assert.All(Regex.Matches(action, @"^  ([a-z]+):\n    description", RegexOptions.Multiline).Select(input => input.Groups[1].Value),
            input => Assert.Contains($"\n| `{input}` |", page, StringComparison.Ordinal));
    }

    public void Dispose() => _action.Dispose();

    private static string Policy(string name, string more = "") => $$"""
        policy {{name}}
        {{more}}
        system s { owner "o" }

        control c { at input  when text contains "x" then block }

        test "a" {
          given input "x"
          expect block
          given input "-"
          expect allow
        }

        """;
}
