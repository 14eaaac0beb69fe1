using AirsPolicy.Language.Tests.Syntax;

namespace AirsPolicy.Language.Tests.Semantics;

public class EditorNotesTests
{
    [Fact]
    public void An_editor_is_told_the_same_findings_and_the_same_model()
    {
        foreach (var sample in SamplePolicies.All)
        {
            var (plain, noted) = (Binding.Of(sample.Content), Binding.ForEditor(sample.Content));
            Assert.Equal(plain.Diagnostics.Select(found => found.ToString()), noted.Diagnostics.Select(found => found.ToString()));
            Assert.Equal(plain.Model?.Controls, noted.Model?.Controls);
        }
    }

    [Fact]
    public void References_and_scopes_are_noted_for_an_editor_alone()
    {
        var policy = Binding.Policy("control c { at output, input  when any r in user.roles: r == text then block }");
        var (plain, noted) = (Binding.Of(policy), Binding.ForEditor(policy));
        Assert.Empty(plain.References);
        Assert.Empty(plain.Scopes);
        Assert.Equal(
            ["output", "input", "r", "user", "user.roles", "r", "output.text"],
            noted.References.Select(reference => reference.Name));
        Assert.Equal(4, noted.Scopes.Length);
    }
}
