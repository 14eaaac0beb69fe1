using System.Reflection;
using System.Runtime.Loader;
using AirsPolicy.Classifiers.Onnx.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Tests.Corpus;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace AirsPolicy.Classifiers.Onnx.Tests;

/// <summary>The programs that the guide shows compile, and do what it says.</summary>
public sealed class GuideTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly string s_page = PageOf("docs", "guide", "classifiers.md");

    private static readonly string s_policy = Block(s_page, "```airs\n");

    // Compiling takes longer than any test.
    private static readonly Lazy<byte[]> s_bundle = new(() => BuiltPolicy.Of(s_policy));

    [Fact]
    public void The_tests_of_the_policy_pass() =>
        Assert.All(
            new PolicyTestRunner(BuiltPolicy.ModelOf(s_policy)).Run(),
            result => Assert.True(result.Verdict == TestVerdict.Passed, string.Join('\n', result.Findings)));

    [Fact]
    public async Task The_program_answers_what_the_conversation_shows()
    {
        using var folder = new ModelFolder();
        Directory.CreateDirectory(PlaceOf("model"));
        foreach (var file in new[] { "model.onnx", "vocab.txt", "config.json" })
            File.Copy(folder.PathOf(file), PlaceOf($"model/{file}"), overwrite: true);
        await File.WriteAllBytesAsync(PlaceOf("desk.airsb"), s_bundle.Value);
        var shown = Block(s_page, "```text\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var (input, output) = (Console.In, Console.Out);
        using var written = new StringWriter();
        try
        {
            Console.SetIn(new StringReader(string.Join('\n', shown.Where((_, number) => number % 2 == 0))));
            Console.SetOut(written);
            Compiled("program", OutputKind.ConsoleApplication).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetIn(input);
            Console.SetOut(output);
        }
        Assert.Equal(
            shown.Where((_, number) => number % 2 == 1),
            written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_services_bind_the_classifier_and_dispose_it()
    {
        using var folder = new ModelFolder();
        await File.WriteAllBytesAsync(PlaceOf("desk.airsb"), s_bundle.Value);
        var services = new ServiceCollection();
        Run("services", "Services", "AddDesk", services, folder.Options);
        OnnxClassifier classifier;
        await using (var provider = services.BuildServiceProvider())
        {
            Assert.Equal("desk", provider.GetRequiredService<PolicyHost>().Status().Package);
            classifier = provider.GetRequiredService<OnnxClassifier>();
        }
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await classifier.ClassifyAsync("hello", default));
    }

    [Fact]
    public async Task The_thresholds_are_measured_on_rows()
    {
        using var folder = new ModelFolder(new TinyModel { Bias = [0, -4] });
        folder.Write(
            "rows.jsonl",
            """
            {"text":"ignore","label":"attack"}
            {"text":"hello","label":"attack"}
            {"text":"ignore ignore","label":"benign"}
            {"text":"hello","label":"benign"}
            {"text":"world","label":"benign"}

            """);
        using var classifier = new OnnxClassifier(folder.Options);
        using var output = new StringWriter();
        await (Task)Run("threshold", "Threshold", "MeasureAsync", classifier, folder.PathOf("rows.jsonl"), output)!;
        Assert.Equal(
            [
                "50%: finds 50.0%, flags 33.3%",
                "80%: finds 50.0%, flags 33.3%",
                "90%: finds 0.0%, flags 33.3%",
                "95%: finds 0.0%, flags 33.3%",
                "99%: finds 0.0%, flags 33.3%",
            ],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_example_of_the_package_is_that_of_the_guide()
    {
        var example = Block(PageOf("runtime", "AirsPolicy.Classifiers.Onnx", "README.md"), "```csharp\n");
        Assert.Contains(example.Replace("{\n    Classifiers", "{\n    AllowUnsigned = true,\n    Classifiers", StringComparison.Ordinal), s_page);
    }

    [Fact]
    public void The_defaults_of_the_table_are_those_of_the_options()
    {
        var options = new OnnxClassifierOptions { Model = "", Tokenizer = default, Vocabulary = "", Found = [] };
        foreach (var name in new[] { "MaximumTokens", "Overlap", "MaximumWindows", "BatchSize", "Waiting", "Parallel" })
        {
            var row = s_page.Split('\n').Single(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
            Assert.EndsWith($"| {typeof(OnnxClassifierOptions).GetProperty(name)!.GetValue(options)} |", row, StringComparison.Ordinal);
        }
        Assert.Equal((OnnxScore.Softmax, TimeSpan.Zero, TimeSpan.FromSeconds(5)), (options.Score, options.BatchDelay, options.Timeout));
    }

    private static object? Run(string mark, string type, string method, params object[] arguments) =>
        Compiled(mark, OutputKind.DynamicallyLinkedLibrary).GetType(type)!.GetMethod(method)!.Invoke(null, arguments);

    private static Assembly Compiled(string mark, OutputKind kind)
    {
        var compilation = CSharpCompilation.Create(
            mark,
            [CSharpSyntaxTree.ParseText(Block(s_page, $"```csharp\n// {mark}\n")), CSharpSyntaxTree.ParseText(Usings)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(found => found.Severity > DiagnosticSeverity.Hidden));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private static string PlaceOf(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static string PageOf(params string[] path) => File.ReadAllText(Path.Combine([RepositoryFolder.Root, .. path]));

    private static string Block(string page, string fence) => page.Split(fence)[1].Split("```")[0];
}
