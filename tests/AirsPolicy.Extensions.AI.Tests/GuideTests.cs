using System.Reflection;
using System.Runtime.Loader;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>The program that the guide shows compiles, and does what it says.</summary>
public sealed class GuideTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Threading.Tasks;
        """;

    [Fact]
    public async Task The_program_for_the_console_asks_answers_and_refuses()
    {
        var bundle = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.airsb");
        await File.WriteAllBytesAsync(
            bundle,
            Guarded.BundleOf(
                """
                policy desk
                system d { owner "o" }
                control threats { at input  when text contains "bomb" then block "I can't help with that." }
                """));
        try
        {
            var output = new StringWriter();
            IChatClient model = ScriptedClient.Saying("At nine.", "At five.");
            var run = Compiled("chat.md", "console").GetType("Program")!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!;
            await (Task)run.Invoke(null, [model, bundle, new StringReader("When do you open?\nA bomb?\nAnd close?\n"), output])!;
            Assert.Equal(["At nine.", "I can't help with that.", "At five.", ""], output.ToString().Split(Environment.NewLine));
        }
        finally
        {
            File.Delete(bundle);
        }
    }

    [Fact]
    public void The_desk_for_reviewers_compiles() => Assert.NotNull(Compiled("people.md", "desk").GetType("Desk"));

    private static Assembly Compiled(string name, string mark)
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "guide", name));
        var code = page.Split($"```csharp\n// {mark}\n")[1].Split("```")[0];
        var compilation = CSharpCompilation.Create(
            mark,
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(Usings)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(found => found.Severity > DiagnosticSeverity.Hidden));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AirsPolicy.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
