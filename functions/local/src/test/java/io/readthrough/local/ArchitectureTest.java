package io.readthrough.local;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What may depend on what, and how things are called, in all modules. Exceptions stand here, each
/// with its reason.
class ArchitectureTest {
  private static final String ROOT = "io.readthrough";
  private static final String CORE = ROOT + ".core..";

  /// The classes of core that read.
  private static final Map<String, String> RESOURCE_READERS =
      Map.of(
          "core.text.Rows", "reads the tables that core ships with, from its own jar",
          "core.lexicon.LexiconReader", "reads the lexicon in the same way");

  /// The classes that speak DynamoDB's language.
  private static final Map<String, String> ITEM_CODEC =
      Map.of(
          "store.TableKeys", "the keys of items",
          "store.Attributes", "values of attributes",
          "store.ScoredNoteItem", "turns a scored note into an item",
          "store.FeedEntryItem", "turns a feed entry into an item",
          "store.MemoryItem", "turns what an entry remembers into an attribute",
          "store.RollUpItem", "turns a roll-up into an item",
          "store.NoteTransaction", "the writes of an event",
          "store.DynamoDbNoteStore", "the adapter: conditions and reads",
          "store.DynamoDbComparisons", "the adapter's reads of earlier notes",
          "store.DynamoDbFeed", "the adapter's reads of feeds");

  /// Methods and constructors by which a result would depend on the moment, the machine or chance.
  private static final Set<String> IMPURE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Date.<init>",
          "java.util.Random.<init>",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.time.ZoneId.systemDefault",
          "java.time.InstantSource.system");

  private static final Pattern CLOCK = Pattern.compile("java\\.time\\.[A-Za-z.]+\\.now");

  private static final Pattern VAGUE_NAME =
      Pattern.compile("(Utils?|Impl|Manager|Service|DTO|Dto|Helper)s?(?![a-z])");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(ROOT);

  @Test
  void everyModuleIsSeen() {
    for (String module : Set.of("core", "store", "parse", "score", "query", "train", "local")) {
      assertThat(CLASSES.that(are(resideInAPackage(ROOT + "." + module + "..")))).isNotEmpty();
    }
    assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void everyExceptionIsStillThere() {
    for (Map<String, String> exceptions : List.of(RESOURCE_READERS, ITEM_CODEC)) {
      assertThat(exceptions.keySet()).allMatch(name -> CLASSES.contain(ROOT + "." + name));
    }
  }

  @Test
  void coreIsJavaAlone() {
    classes()
        .that()
        .resideInAPackage(CORE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    CORE,
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "java.security..",
                    "java.nio.charset..",
                    "java.io..",
                    "org.jspecify..")
                .or(resideInAPackage("")))
        .because("core has no network, no files, no AWS and no JSON library")
        .check(CLASSES);
  }

  @Test
  void coreReadsOnlyItsOwnResources() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .and(not(oneOf(RESOURCE_READERS)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.io..")
        .because("core has no I/O, but for " + RESOURCE_READERS)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.io..")
                .and(describe("can write or open files", ArchitectureTest::opensFiles)))
        .because("a resource is read as a stream of the class path")
        .check(CLASSES);
  }

  private static boolean opensFiles(JavaClass type) {
    return type.getSimpleName().startsWith("File")
        || type.getSimpleName().equals("RandomAccessFile");
  }

  @Test
  void coreKnowsNoClockNoChanceAndNoMachine() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .accessTargetWhere(describe("depends on moment, machine or chance", this::isImpure))
        .because("the same note and the same model give the same score everywhere")
        .check(CLASSES);
  }

  private boolean isImpure(JavaAccess<?> access) {
    String target = access.getTargetOwner().getName() + "." + access.getTarget().getName();
    return IMPURE.contains(target) || CLOCK.matcher(target).matches();
  }

  @Test
  void modulesDependInOneDirection() {
    assertIndependent("core", "store", "parse", "score", "query", "train", "local", "benchmark");
    assertIndependent("store", "parse", "score", "query", "train", "local", "benchmark");
    assertIndependent("parse", "score", "query", "train", "local", "benchmark");
    assertIndependent("score", "parse", "query", "train", "local", "benchmark");
    assertIndependent("query", "parse", "score", "train", "local", "benchmark");
    assertIndependent("train", "store", "parse", "score", "query", "local", "benchmark");
    assertIndependent("local", "benchmark");
  }

  private static void assertIndependent(String module, String... others) {
    for (String other : others) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "." + other + "..")
          .because(
              "core <- store <- {parse, score, query} <- local, core <- train <- local, and"
                  + " nothing <- benchmark")
          .check(CLASSES);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheItemCodecKnowsAttributeValues() {
    noClasses()
        .that(not(oneOf(ITEM_CODEC)))
        .should()
        .dependOnClassesThat(assignableTo(AttributeValue.class))
        .because("the table's form is known to " + ITEM_CODEC + " alone")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      JavaPackage itsPackage = type.getPackage();
      if (!itsPackage.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(itsPackage.getName());
      }
    }
    assertThat(unmarked).as("packages without @NullMarked in a package-info.java").isEmpty();
  }

  @Test
  void noNameIsVague() {
    noClasses()
        .should(haveAVagueName())
        .because("a name says what a thing is in the field's own words")
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> haveAVagueName() {
    return new ArchCondition<>("have a name with " + VAGUE_NAME) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean vague = VAGUE_NAME.matcher(type.getSimpleName()).find();
        events.add(new SimpleConditionEvent(type, vague, type.getName()));
      }
    };
  }

  @Test
  void lambdaCanMakeEveryHandler() {
    classes()
        .that()
        .implement(RequestStreamHandler.class)
        .should()
        .bePublic()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .andShould()
        .haveSimpleNameEndingWith("Handler")
        .andShould(haveAPublicConstructorWithoutParameters())
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> haveAPublicConstructorWithoutParameters() {
    return new ArchCondition<>("have a public constructor without parameters") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean has =
            type.tryGetConstructor()
                .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                .isPresent();
        events.add(new SimpleConditionEvent(type, has, type.getName() + " has " + has));
      }
    };
  }

  /// The named classes and what is nested in them.
  private static DescribedPredicate<JavaClass> oneOf(Map<String, String> namesAndReasons) {
    return describe(
        "are " + namesAndReasons.keySet(),
        type ->
            namesAndReasons.keySet().stream()
                .map(name -> ROOT + "." + name)
                .anyMatch(
                    name -> type.getName().equals(name) || type.getName().startsWith(name + "$")));
  }
}
