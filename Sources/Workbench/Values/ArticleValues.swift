// Articles as Lua values.
import Chronology
import EventModel
import LuaRuntime

/// An article that scripts hold.
struct ArticleObject: HostObject {
    static let luaTypeName = "article"
    let article: Article
    var luaDescription: String { "article \(article.id)" }
}

/// The articles of a session.
struct ArticleList: HostObject {
    static let luaTypeName = "articles"
    let articles: [Article]
    init(_ articles: [Article]) { self.articles = articles }
    var luaDescription: String { articles.count == 1 ? "1 article" : "\(articles.count) articles" }
}

extension Library {
    /// The types of `articles` and of what it holds.
    static let articles = Library(
        "",
        "Articles.",
        functions: [],
        types: [
            .list(
                of: ArticleList.self,
                "Articles, in the order in which they were loaded.",
                itemType: "article",
                count: { $0.articles.count },
                item: { .object(ArticleObject(article: $0.articles[$1])) }
            ),
            LuaType(
                "article",
                "A news text as it came in.",
                properties: [
                    LuaType.property(ArticleObject.self, "id", "string", "Its id.") { object, _ in
                        .string(object.article.id)
                    },
                    LuaType.property(ArticleObject.self, "text", "string", "The text, exactly as given.") { object, _ in
                        .string(object.article.text)
                    },
                    LuaType.property(ArticleObject.self, "title", "string?", "The headline.") { object, _ in
                        object.article.title.map { .string($0) } ?? .nil
                    },
                    LuaType.property(ArticleObject.self, "source", "string?", "The outlet.") { object, _ in
                        object.article.source.map { .string($0) } ?? .nil
                    },
                    LuaType.property(ArticleObject.self, "published", "date?", "The day of publication.") { object, _ in
                        object.article.published.map { .date(DaySpan($0)) } ?? .nil
                    },
                ]
            ),
        ]
    )
}
