import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** Plans in languages other than English: silent where they are consistent, and each planted contradiction is found. */

describe('plans in other languages', () => {
  it('進捗表 ja', () => {
    expectSwaps(
      'stale-summary',
      `# 開発進捗

最終更新: 2026-01-14

**現在のフェーズ**: フェーズ2
**全体進捗**: {4→5|stale-summary} / 9 完了（{44→56|stale-summary}%）

## サマリー

| フェーズ | 完了 | 進行中 | 未着手 | 合計 |
| --- | --- | --- | --- | --- |
| フェーズ1 | 3 | 0 | 0 | 3 |
| フェーズ2 | {1→2|stale-summary} | 1 | {2→1|stale-summary} | 4 |
| フェーズ3 | 0 | 0 | {1→2|stale-summary} | 2 |
| 合計 | 5 | 1 | 3 | 9 |

## フェーズ1: 基盤 ✅

| ID | タスク | 状態 | 担当 |
| --- | --- | --- | --- |
| T-01 | リポジトリ作成 | 完了 | 佐藤 |
| T-02 | CI構築 | 完了 | 鈴木 |
| T-03 | DB設計 | {進行中→完了|stale-status!} | 佐藤 |

## フェーズ2: 実装 🔄

| ID | タスク | 状態 | 依存 |
| --- | --- | --- | --- |
| T-04 | 認証 | 完了 | T-03 |
| T-05 | 一覧画面 | 完了 | T-04 |
| T-06 | 詳細画面 | 進行中 | T-05 |
| T-07 | 検索 | {完了→未着手|unmet-dependency!} | T-06 |

## フェーズ3: 公開

| ID | タスク | 状態 | 依存 |
| --- | --- | --- | --- |
| T-08 | 負荷試験 | 未着手 | フェーズ2 |
| T-09 | リリース | 未着手 | T-08 |
`,
    );
  });

  it('内訳の行 ja', () => {
    expectSwaps(
      'stale-summary',
      `# タスク一覧

- 総タスク数: {7→6}件
- 完了: {2→3}件
- 進行中: {2→1}件
- 未着手: 2件

## タスク

- [x] 画面設計
- [x] API設計
- [x] DB設計
- [~] 認証
- [ ] 検索
- [ ] 通知
`,
    );
  });

  it('一行の内訳 ja', () => {
    expectSwaps(
      'stale-summary',
      `# 今週

進捗：完了 {3→2}、作業中 1、未着手 {1→2}

| タスク | 担当 | ステータス |
| --- | --- | --- |
| 見積書 | 田中 | 完了 |
| 請求書 | 田中 | 完了 |
| 納品書 | 中村 | 作業中 |
| 領収書 | 中村 | 未着手 |
| 検収書 | - | 未着手 |
`,
    );
  });

  it('かんばん ja', () => {
    expectSwaps(
      'stale-summary',
      `# ボード

## 未着手（{3→2}）

- [ ] 検索
- [ ] 通知

## 進行中（1）

- [ ] 認証

## 完了（{1→2}）

- [x] 設計
- [x] 調査
`,
    );
  });

  it('数字は課題やテスト ja', () => {
    expectFindings(`# 状況

- [x] 設計
- [x] 実装
- [ ] 公開

## テスト結果

- 完了: 45件
- 未完了: 3件

## 課題

- 未対応: 2件
- 対応済み: 5件
`);
  });

  it('日報 ja', () => {
    expectFindings(`# 日報

## 2026-01-13（火）

- 完了 2/5
- 認証は80%まで

## 2026-01-14（水）

- 完了 3/5

## タスク

- [x] a
- [x] b
- [x] c
- [x] d
- [ ] e
`);
  });

  it('任务清单 zh', () => {
    expectSwaps(
      'stale-summary',
      `# 任务清单

**总进度**: {5→4}/7

## 阶段一：准备（{2→3}/3）

- [x] 需求分析
- [x] 技术选型
- [x] 环境搭建

## 阶段二：开发

- [x] 登录
- [ ] 支付
- [ ] 报表

## 阶段三：上线

- [ ] 部署

**统计**：已完成 {3→4} 项，未完成 3 项
`,
    );
  });

  it('状态统计表 zh', () => {
    expectSwaps(
      'stale-summary',
      `# 项目进度

| 状态 | 数量 |
| --- | --- |
| 已完成 | {2→3} |
| 进行中 | 1 |
| 未开始 | {2→1} |

| 编号 | 任务 | 状态 | 依赖 |
| --- | --- | --- | --- |
| 1 | 数据库 | 已完成 | 无 |
| 2 | 接口 | 已完成 | 1 |
| 3 | 页面 | 已完成 | 2 |
| 4 | 搜索 | 进行中 | 2 |
| 5 | 导出 | 未开始 | 4 |
`,
    );
  });

  it('阶段条件 zh', () => {
    expectSwaps(
      'phase-gate',
      `# 计划

阶段2在阶段1完成后开始。

## 阶段1

- [x] 设计
- [{ →x}] 评审

## 阶段2

- [x] 编码
- [ ] 测试
`,
      { fix: false },
    );
  });

  it('개발 계획 ko', () => {
    expectSwaps(
      'stale-summary',
      `# 개발 계획

**진행률**: {3→2|stale-summary}/6

## 1단계: 준비 ✅

- [x] 요구사항 정리
- [{ →x|stale-status!}] 환경 설정

## 2단계: 개발

- [ ] 로그인
- [ ] 결제
- [ ] 알림

## 3단계: 출시

- [ ] 배포
`,
    );
  });

  it('작업표 ko', () => {
    expectSwaps(
      'stale-summary',
      `# 작업 현황

완료: {1→2|stale-summary}개, 진행 중: 1개, 대기: {3→2|stale-summary}개

| ID | 작업 | 상태 | 의존성 |
| --- | --- | --- | --- |
| W-1 | 스키마 | 완료 | - |
| W-2 | 로그인 | 완료 | W-1 |
| W-3 | 프로필 | 진행 중 | W-2 |
| W-4 | 알림 | {완료→대기|unmet-dependency!} | W-3 |
| W-5 | 검색 | 대기 | W-1 |
`,
    );
  });

  it('plan español', () => {
    expectSwaps(
      'stale-summary',
      `# Plan de trabajo

**Progreso general:** {40→50}%

| Fase | Completadas | Pendientes | Total |
| --- | --- | --- | --- |
| Fase 1 | {1→2} | 0 | 2 |
| Fase 2 | 1 | {1→2} | 3 |
| Fase 3 | 0 | 1 | 1 |

## Fase 1: Preparación

- [x] Repositorio
- [x] Integración continua

## Fase 2: Desarrollo

- [x] Acceso
- [ ] Pagos
- [ ] Informes

## Fase 3: Despliegue

- [ ] Producción
`,
    );
  });

  it('tareas español', () => {
    expectSwaps(
      'stale-summary',
      `# Tareas

- Completadas: {1→2|stale-summary}
- En progreso: 1
- Pendientes: {3→2|stale-summary}

| ID | Tarea | Estado | Dependencias |
| --- | --- | --- | --- |
| T1 | Esquema | Completado | Ninguna |
| T2 | Acceso | Completado | T1 |
| T3 | Pagos | En progreso | T2 |
| T4 | Informes | {Completado→Pendiente|unmet-dependency!} | T3 |
| T5 | Ayuda | Pendiente | - |
`,
    );
  });

  it('plan français', () => {
    expectSwaps(
      'stale-summary',
      `# Plan

**Avancement global :** {2→3|stale-summary}/6

## Étape 1 : Préparation ✅

- [x] Dépôt
- [{ →x|stale-status!}] Intégration continue

## Étape 2 : Développement

- [x] Connexion
- [ ] Paiement
- [ ] Rapports

## Étape 3 : Mise en production

- [ ] Déploiement
`,
    );
  });

  it('tâches français', () => {
    expectSwaps(
      'stale-summary',
      `# Tâches

Terminées : {1→2|stale-summary}, en cours : 1, à faire : {3→2|stale-summary}

| ID | Tâche | Statut | Dépendances |
| --- | --- | --- | --- |
| T1 | Schéma | Terminé | Aucune |
| T2 | Connexion | Terminé | T1 |
| T3 | Paiement | En cours | T2 |
| T4 | Rapports | {Terminé→À faire|unmet-dependency!} | T3 |
| T5 | Aide | À faire | - |
`,
    );
  });

  it('plan deutsch', () => {
    expectSwaps(
      'stale-summary',
      `# Projektplan

**Gesamtfortschritt:** {3→4} von 7

| Status | Anzahl |
| --- | --- |
| Erledigt | {3→4} |
| In Arbeit | 1 |
| Offen | {1→2} |

| Nr. | Aufgabe | Status | Abhängig von |
| --- | --- | --- | --- |
| 1 | Schema | Erledigt | - |
| 2 | Anmeldung | Erledigt | 1 |
| 3 | Zahlung | Erledigt | 2 |
| 4 | Suche | Erledigt | 1 |
| 5 | Berichte | In Arbeit | 3 |
| 6 | Hilfe | Offen | 4 |
| 7 | Auslieferung | Offen | 5, 6 |
`,
    );
  });

  it('plano português', () => {
    expectSwaps(
      'stale-summary',
      `# Plano

**Progresso total:** {3→2|stale-summary}/5

- Concluídas: {1→2|stale-summary}
- Em andamento: 1
- Pendentes: 2

| ID | Tarefa | Situação | Dependências |
| --- | --- | --- | --- |
| T1 | Esquema | Concluída | - |
| T2 | Acesso | Concluída | T1 |
| T3 | Pagamento | Em andamento | T2 |
| T4 | Relatórios | {Concluída→Pendente|unmet-dependency!} | T3 |
| T5 | Ajuda | Pendente | - |
`,
    );
  });

  it('план русский', () => {
    expectSwaps(
      'stale-summary',
      `# План

**Общий прогресс:** {2→3|stale-summary}/6

## Этап 1: Подготовка ✅

- [x] Репозиторий
- [{ →x|stale-status!}] Сборка

## Этап 2: Разработка

- [x] Вход
- [ ] Оплата
- [ ] Отчёты

## Этап 3: Выпуск

- [ ] Развёртывание

Готово: {2→3|stale-summary}, осталось: {4→3|stale-summary}
`,
    );
  });

  it('plan türkçe', () => {
    expectSwaps(
      'stale-summary',
      `# Plan

**Genel ilerleme:** {2→3|stale-summary}/6

## Faz 1: Hazırlık ✅

- [x] Depo
- [{ →x|stale-status!}] Derleme

## Faz 2: Geliştirme

- [x] Giriş
- [ ] Ödeme
- [ ] Raporlar

## Faz 3: Yayın

- [ ] Dağıtım

Tamamlanan: {2→3|stale-summary}, kalan: {4→3|stale-summary}
`,
    );
  });

  it('görevler türkçe', () => {
    expectSwaps(
      'unmet-dependency',
      `# Görevler

| ID | Görev | Durum | Bağımlılık |
| --- | --- | --- | --- |
| G1 | Şema | Tamamlandı | - |
| G2 | Giriş | Tamamlandı | G1 |
| G3 | Ödeme | Devam ediyor | G2 |
| G4 | Rapor | {Tamamlandı→Bekliyor|unmet-dependency!} | G3 |

Toplam: {5→4|stale-summary} görev
`,
    );
  });
});
