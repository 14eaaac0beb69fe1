using System.Collections.Immutable;
using AirsPolicy.Language.Syntax;
using AirsPolicy.LanguageServer.Features.Completion;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.Runtime.Functions;

namespace AirsPolicy.LanguageServer.Features.Signatures;

/// <summary>What the call or clause takes in which the cursor stands.</summary>
internal static class SignatureFeature
{
    /// <summary>The signatures at <paramref name="position"/>, or null outside of calls and of clauses with a form.</summary>
    public static SignatureHelp? At(SyntaxTree tree, int position)
    {
        if (CursorContext.At(tree.Source.Content, position) is not { } context)
            return null;
        for (var i = context.Blocks.Count - 1; i >= 0; i--)
        {
            var inside = i + 1 < context.Blocks.Count ? context.Blocks[i + 1].Before : context.Inner;
            if (context.Blocks[i] is { Kind: '(', Previous: { Kind: CursorTokenKind.Word } name } call
                && Of(tree, call.Before, name.Text) is { IsEmpty: false } forms)
                return Help(forms, inside.Count(token => token.Is(",")));
            if (context.Blocks[i].Kind == '{')
                break;
        }

        return ClauseForms.Of(context.Inner) is { } clause ? new SignatureHelp([clause.Form], 0, clause.Active) : null;
    }

    private static SignatureHelp Help(ImmutableArray<SignatureInformation> forms, int argument)
    {
        var fitting = forms.Select((form, i) => (form, i)).FirstOrDefault(one => one.form.Parameters.Length > argument);
        return new SignatureHelp(forms, fitting.i, argument);
    }

    private static ImmutableArray<SignatureInformation> Of(SyntaxTree tree, IReadOnlyList<CursorToken> before, string name)
    {
        if (before.Count > 2 && before[^2].Is("."))
        {
            var questions = DotCompletion.Questions.Where(question => question.Label == name);
            return [.. questions.Select(question => Form(name, ["text"], question.Detail, question.Summary))];
        }

        var lets = tree.Root.DescendantsAndSelf().Select(node => node switch
        {
            LetDeclarationSyntax let => (let.Name, let.Parameters),
            LetMemberSyntax let => (let.Name, let.Parameters),
            _ => default,
        });
        if (lets.FirstOrDefault(let => let.Parameters is not null && let.Name.Text == name).Parameters is { } parameters)
            return [Form(name, [.. parameters.Names.Select(parameter => parameter.Text)], null, null)];
        return [.. BuiltinFunctions.All.Where(function => function.Name == name).Select(Form)];
    }

    private static SignatureInformation Form(BuiltinFunction function) => Form(
        function.Name,
        function.With == BuiltinKind.None
            ? [Word(function.Parameter)]
            : [Word(function.Parameter), function.With == function.Parameter ? "other" : Word(function.With)],
        Word(function.Result),
        function.Summary);

    private static SignatureInformation Form(string name, ImmutableArray<string> parameters, string? result, string? summary) => new(
        $"{name}({string.Join(", ", parameters)})" + (result is null ? "" : $": {result}"),
        summary is null ? null : MarkupContent.Markdown(summary),
        [.. parameters.Select(parameter => new ParameterInformation(parameter))]);

    private static string Word(BuiltinKind kind) => kind == BuiltinKind.Any ? "value" : kind.ToString().ToLowerInvariant();
}
